package dev.cdm.core.value;

import java.util.List;

/**
 * A postal address in its parts.
 *
 * <p>A part that is not there is the empty text; at least one part is there.
 *
 * @param street street, house number, block and building, in the order of the country
 * @param city city, town or ward
 * @param region state, province, prefecture or county
 * @param postcode the postcode in the country's normal form
 * @param country the ISO 3166-1 alpha-2 code of the country
 * @param extra what did not fit elsewhere, such as a care-of line
 */
public record PostalAddress(String street, String city, String region, String postcode, String country, String extra)
        implements AttributeValue {

    /** Checks that some part is there. */
    public PostalAddress {
        Components.someOf("parts", street, city, region, postcode, country, extra);
    }

    /** {@return a builder without any part} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the value of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text has no part that is not blank
     */
    public static PostalAddress parse(String canonicalText) {
        List<String> parts = Components.split(canonicalText, 6);
        return new PostalAddress(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    @Override
    public String canonicalText() {
        return Components.join(street, city, region, postcode, country, extra);
    }

    /** {@return a builder with the parts of this value} */
    public Builder toBuilder() {
        return new Builder()
                .street(street)
                .city(city)
                .region(region)
                .postcode(postcode)
                .country(country)
                .extra(extra);
    }

    @Override
    public String toString() {
        return "PostalAddress[…]";
    }

    /** Collects the parts; not thread-safe. */
    public static final class Builder {

        private String street = "";
        private String city = "";
        private String region = "";
        private String postcode = "";
        private String country = "";
        private String extra = "";

        private Builder() {}

        /**
         * {@return this builder, with a part}
         *
         * @param text street, house number, block and building, in the order of the country
         */
        public Builder street(String text) {
            this.street = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text city, town or ward
         */
        public Builder city(String text) {
            this.city = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text state, province, prefecture or county
         */
        public Builder region(String text) {
            this.region = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the postcode in the country's normal form
         */
        public Builder postcode(String text) {
            this.postcode = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the ISO 3166-1 alpha-2 code of the country
         */
        public Builder country(String text) {
            this.country = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text what did not fit elsewhere, such as a care-of line
         */
        public Builder extra(String text) {
            this.extra = text;
            return this;
        }

        /**
         * {@return the value}
         *
         * @throws IllegalArgumentException if no part is there
         */
        public PostalAddress build() {
            return new PostalAddress(street, city, region, postcode, country, extra);
        }
    }
}
