package dev.cdm.matching.json;

import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import java.util.ArrayList;
import java.util.List;

/** Reads the expressions of SQL conditions. */
final class SqlExpressions {

    private static final List<String> MEASURES = List.of(
            "jaro_winkler_similarity",
            "jaro_similarity",
            "levenshtein",
            "damerau_levenshtein",
            "list_intersect",
            "array_intersect");

    private final SqlTokens tokens;

    SqlExpressions(SqlTokens tokens) {
        this.tokens = tokens;
    }

    SqlValue read() {
        SqlValue value = primary();
        while (tokens.accept("::")) {
            tokens.take();
        }
        return tokens.accept("-") ? difference(value, read()) : value;
    }

    private SqlValue primary() {
        if (tokens.accept("(")) {
            SqlValue inner = read();
            tokens.expect(")");
            return inner;
        }
        String token = tokens.take();
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            return new SqlValue.Amount(Double.parseDouble(token));
        }
        if (first == '\'') {
            return new SqlValue.Text(token.substring(1, token.length() - 1).replace("''", "'"));
        }
        return tokens.accept("(") ? call(SqlTokens.lower(token)) : column(token);
    }

    private SqlValue column(String token) {
        if (tokens.accept(".")) {
            return new SqlValue.Of(Field.of(unquoted(tokens.take())), side(token));
        }
        String name = unquoted(token);
        int end = name.length() - 2;
        if (end < 1 || name.charAt(end) != '_') {
            throw new IllegalArgumentException(
                    "has `" + token + "`, which is not a column of the left or right record");
        }
        return new SqlValue.Of(Field.of(name.substring(0, end)), side(name.substring(end + 1)));
    }

    private static boolean side(String letter) {
        if (!letter.equalsIgnoreCase("l") && !letter.equalsIgnoreCase("r")) {
            throw new IllegalArgumentException("has `" + letter + "` where l or r was expected");
        }
        return letter.equalsIgnoreCase("l");
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    private SqlValue call(String function) {
        List<SqlValue> arguments = new ArrayList<>();
        do {
            arguments.add(read());
            if (function.equals("cast") || function.equals("try_cast")) {
                tokens.expect("as");
                tokens.take();
            }
        } while (tokens.accept(","));
        tokens.expect(")");
        if (MEASURES.contains(function) && arguments.size() == 2) {
            return new SqlValue.Measured(function, between(function, arguments.get(0), arguments.get(1)));
        }
        return switch (function) {
            case "cast", "try_cast", "abs", "nullif", "len", "array_length", "length" -> arguments.get(0);
            case "epoch" -> new SqlValue.Epoch(field(function, arguments.get(0)));
            case "lower" -> then(function, arguments, Transform.Simple.LOWER);
            case "regexp_extract" -> then(function, arguments, extract(arguments));
            case "try_strptime", "strptime" ->
                then(function, arguments, new Transform.IsoDate(pattern(text(function, arguments.get(1)))));
            case "substr", "substring" ->
                then(
                        function,
                        arguments,
                        new Transform.Part(integer(function, arguments, 1) - 1, integer(function, arguments, 2)));
            case "left" -> then(function, arguments, new Transform.Part(0, integer(function, arguments, 1)));
            default -> throw new IllegalArgumentException("has the function `" + function + "`, which is not known");
        };
    }

    private static SqlValue then(String function, List<SqlValue> arguments, Transform step) {
        SqlValue.Of of = field(function, arguments.get(0));
        return new SqlValue.Of(of.field().then(step), of.isLeft());
    }

    private static Transform extract(List<SqlValue> arguments) {
        int group = arguments.size() > 2 ? integer("regexp_extract", arguments, 2) : 0;
        return new Transform.Extract(text("regexp_extract", arguments.get(1)), group);
    }

    private static SqlValue.Of field(String function, SqlValue value) {
        if (value instanceof SqlValue.Of of) {
            return of;
        }
        throw new IllegalArgumentException("has `" + function + "` of something that is not a column");
    }

    private static String text(String function, SqlValue value) {
        if (value instanceof SqlValue.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("has `" + function + "` without a text where one is needed");
    }

    private static int integer(String function, List<SqlValue> arguments, int place) {
        if (place < arguments.size() && arguments.get(place) instanceof SqlValue.Amount amount) {
            return (int) amount.value();
        }
        throw new IllegalArgumentException("has `" + function + "` without a number where one is needed");
    }

    private static SqlValue difference(SqlValue one, SqlValue other) {
        if (one instanceof SqlValue.Epoch left && other instanceof SqlValue.Epoch right) {
            return new SqlValue.Gap(between("-", left.date(), right.date()), true);
        }
        return new SqlValue.Gap(between("-", one, other), false);
    }

    static Field between(String function, SqlValue one, SqlValue other) {
        SqlValue.Of left = field(function, one);
        SqlValue.Of right = field(function, other);
        if (left.isLeft() == right.isLeft() || !left.field().equals(right.field())) {
            throw new IllegalArgumentException("has `" + function + "` of other than one column of both records");
        }
        return left.field();
    }

    /** A strptime format as a pattern of java.time. */
    private static String pattern(String format) {
        String pattern = format.replace("%Y", "uuuu").replace("%m", "MM").replace("%d", "dd");
        if (pattern.contains("%")) {
            throw new IllegalArgumentException("has the date format `" + format + "`, which is not known");
        }
        return pattern;
    }
}
