package dev.cdm.examples.cli;

/** Something about the input that the user can put right; the message says what. */
final class InputProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    InputProblem(String message) {
        super(message);
    }
}
