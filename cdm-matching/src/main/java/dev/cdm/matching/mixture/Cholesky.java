package dev.cdm.matching.mixture;

/** Solves linear equations with a positive definite matrix. */
final class Cholesky {

    private final double[][] lower;

    Cholesky(double[][] matrix) {
        int size = matrix.length;
        lower = new double[size][];
        for (int row = 0; row < size; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int i = 0; i < column; i++) {
                    rest -= lower[row][i] * lower[column][i];
                }
                lower[row][column] = row == column ? Math.sqrt(rest) : rest / lower[column][column];
            }
        }
    }

    double[] solve(double[] right) {
        double[] result = right.clone();
        for (int row = 0; row < result.length; row++) {
            for (int i = 0; i < row; i++) {
                result[row] -= lower[row][i] * result[i];
            }
            result[row] /= lower[row][row];
        }
        for (int row = result.length - 1; row >= 0; row--) {
            for (int i = row + 1; i < result.length; i++) {
                result[row] -= lower[i][row] * result[i];
            }
            result[row] /= lower[row][row];
        }
        return result;
    }
}
