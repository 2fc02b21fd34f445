package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's role in an organisation during a time. One person may have many, and so may an organisation.
 *
 * <p>Text that is not known is empty; at least the organisation or the title is known.
 */
public final class Affiliation implements AttributeValue {

    private final String organization;
    private final String title;
    private final String department;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;

    /**
     * Creates the affiliation.
     *
     * @param organization the name or id of the organisation
     * @param title the job title or role
     * @param department the department
     * @param from the first day, {@code null} if not known
     * @param to the last day, {@code null} if not known or not over
     * @throws IllegalArgumentException if organisation and title are blank, or the first day is after the last
     */
    public Affiliation(
            String organization, String title, String department, @Nullable LocalDate from, @Nullable LocalDate to) {
        Components.someOf("organization", organization, title);
        this.organization = organization;
        this.title = title;
        this.department = Components.storable(department, "department");
        this.from = from;
        this.to = to;
        Checks.require(from == null || to == null || !from.isAfter(to), "from", "must not be after `to`");
    }

    /**
     * {@return an affiliation without department and dates}
     *
     * @param organization the name or id of the organisation, or empty
     * @param title the job title or role, or empty
     */
    public static Affiliation of(String organization, String title) {
        return new Affiliation(organization, title, "", null, null);
    }

    /** {@return the name or id of the organisation, or empty} */
    public String organization() {
        return organization;
    }

    /** {@return the job title or role, or empty} */
    public String title() {
        return title;
    }

    /** {@return the department, or empty} */
    public String department() {
        return department;
    }

    /** {@return the first day, if known} */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** {@return the last day, if known and over} */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    @Override
    public String canonicalText() {
        return Components.join(organization, title, department, text(from), text(to));
    }

    /**
     * {@return the affiliation of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text is not such a one
     * @throws java.time.format.DateTimeParseException if a date in it is not an ISO date
     */
    public static Affiliation parse(String canonicalText) {
        var parts = Components.split(canonicalText, 5);
        return new Affiliation(parts.get(0), parts.get(1), parts.get(2), date(parts.get(3)), date(parts.get(4)));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Affiliation that && canonicalText().equals(that.canonicalText());
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }

    @Override
    public String toString() {
        return "Affiliation[…]";
    }
}
