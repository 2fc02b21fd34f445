package dev.cdm.matching.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Condition.Measure;
import dev.cdm.matching.similarity.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the SQL of comparison levels and blocking rules. Errors tell what could not be read, as the end of a sentence. */
final class SqlConditions {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final String LIST_SEPARATOR = "\\s*[,;|]\\s*";

    private final SqlTokens tokens;
    private final SqlExpressions expressions;

    private SqlConditions(String sql) {
        tokens = new SqlTokens(sql);
        expressions = new SqlExpressions(tokens);
    }

    /** A condition, or the first half of a condition about missing values. */
    private record Node(Condition condition, boolean isHalf, boolean isLeft) {
        static Node of(Condition condition) {
            return new Node(condition, false, false);
        }
    }

    static Condition read(String sql) {
        SqlConditions reader = new SqlConditions(sql);
        Condition condition = whole(reader.or());
        if (!reader.tokens.atEnd()) {
            throw new IllegalArgumentException("has `" + reader.tokens.peek() + "` where it should end");
        }
        return condition;
    }

    private static Condition whole(Node node) {
        if (node.isHalf()) {
            throw new IllegalArgumentException("asks for a missing value of one record alone");
        }
        return node.condition();
    }

    private Node or() {
        List<Node> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (tokens.accept("or"));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Set<Condition> whole = new LinkedHashSet<>();
        for (Node part : parts) {
            boolean paired = part.isHalf() && parts.contains(new Node(part.condition(), true, !part.isLeft()));
            whole.add(paired ? part.condition() : whole(part));
        }
        return Node.of(whole.size() == 1 ? whole.iterator().next() : new Condition.Any(ImmutableList.copyOf(whole)));
    }

    private Node and() {
        List<Node> parts = new ArrayList<>();
        do {
            parts.add(unary());
        } while (tokens.accept("and"));
        return parts.size() == 1
                ? parts.get(0)
                : Node.of(new Condition.All(
                        parts.stream().map(SqlConditions::whole).toList()));
    }

    private Node unary() {
        if (tokens.accept("not")) {
            return Node.of(new Condition.Not(whole(unary())));
        }
        if (tokens.accept("else") || tokens.accept("1", "=", "1")) {
            return Node.of(new Condition.Otherwise());
        }
        int start = tokens.position();
        if (tokens.accept("(")) {
            Node inner = bracket();
            if (inner != null) {
                return inner;
            }
            tokens.back(start);
        }
        return comparison();
    }

    /** {@return a condition in brackets, or null if they hold a value} */
    private @Nullable Node bracket() {
        try {
            Node inner = or();
            tokens.expect(")");
            return inner;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Node comparison() {
        SqlValue left = expressions.read();
        if (tokens.accept("is", "null") && left instanceof SqlValue.Of of) {
            return new Node(new Condition.Missing(of.field()), true, of.isLeft());
        }
        String operator = tokens.take();
        SqlValue right = expressions.read();
        Condition condition = switch (operator) {
            case "=" -> equal(left, right);
            case "<=" -> atMost(left, amount(right));
            case ">=" -> atLeast(left, amount(right));
            default -> throw new IllegalArgumentException("has `" + operator + "`, which is not known there");
        };
        return Node.of(condition);
    }

    private static double amount(SqlValue value) {
        if (value instanceof SqlValue.Amount amount) {
            return amount.value();
        }
        throw new IllegalArgumentException("compares with something other than a number");
    }

    private static Condition equal(SqlValue one, SqlValue other) {
        if (one instanceof SqlValue.Of a && other instanceof SqlValue.Of b && a.isLeft() != b.isLeft()) {
            return a.isLeft() ? new Condition.Equal(a.field(), b.field()) : new Condition.Equal(b.field(), a.field());
        }
        throw new IllegalArgumentException("has `=` between other than a left and a right column");
    }

    private static Condition atMost(SqlValue value, double limit) {
        if (value instanceof SqlValue.Gap gap) {
            return gap.isDate()
                    ? new Condition.Days(gap.field(), limit / SECONDS_PER_DAY)
                    : new Condition.Difference(gap.field(), limit, false);
        }
        SqlValue.Measured measured = measured(value, "<=");
        return switch (measured.function()) {
            case "levenshtein" -> new Condition.Edits(measured.field(), EditDistance.LEVENSHTEIN, (int) limit);
            case "damerau_levenshtein" ->
                new Condition.Edits(measured.field(), EditDistance.DAMERAU_LEVENSHTEIN, (int) limit);
            default -> throw unfitting(measured, "<=");
        };
    }

    private static Condition atLeast(SqlValue value, double limit) {
        SqlValue.Measured measured = measured(value, ">=");
        return switch (measured.function()) {
            case "jaro_winkler_similarity" -> new Condition.Similar(measured.field(), Measure.JARO_WINKLER, limit);
            case "jaro_similarity" -> new Condition.Similar(measured.field(), Measure.JARO, limit);
            case "list_intersect", "array_intersect" ->
                new Condition.Shared(measured.field(), LIST_SEPARATOR, (int) limit);
            default -> throw unfitting(measured, ">=");
        };
    }

    private static SqlValue.Measured measured(SqlValue value, String operator) {
        if (value instanceof SqlValue.Measured measured) {
            return measured;
        }
        throw new IllegalArgumentException("has `" + operator + "` after something that measures nothing");
    }

    private static IllegalArgumentException unfitting(SqlValue.Measured measured, String operator) {
        return new IllegalArgumentException("has `" + operator + "` after `" + measured.function() + "`");
    }
}
