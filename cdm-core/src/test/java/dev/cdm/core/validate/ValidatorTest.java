package dev.cdm.core.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.NumberValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    private static final Constraint REACHABLE =
            Constraint.atLeastOne("contact.missing", StandardSchema.EMAIL, StandardSchema.PHONE);

    @Test
    void aReportHoldsAllProblemsOfARecordAtOnceWithoutPersonalData() {
        SourceRecord record = record().value(StandardSchema.NPS_SCORE, new NumberValue(BigDecimal.valueOf(11)))
                .value(StandardSchema.BIRTH_DATE, new DateValue(LocalDate.parse("2026-01-04")))
                .problem(new ValueProblem("email.malformed", ProblemSeverity.ERROR, "mail", "is bad", "secret@"))
                .build();
        ValidationReport report = Validator.standard()
                .with(REACHABLE)
                .with(Constraint.required(StandardSchema.NAME).severity(ProblemSeverity.WARNING))
                .validate(record);
        assertThat(report.text()).isEqualTo("""
                        crm/1: ACCEPT_WITH_WARNING
                          ERROR email.malformed at `mail`: is bad
                          ERROR future at `birth_date`: lies after the day of receipt
                          ERROR range at `nps_score`: must be between 0 and 10
                          ERROR contact.missing: has a value of none of [email, phone]
                          WARNING required at `name`: has no value""");
        assertThat(report.accepted()).isTrue();
        assertThat(report).hasToString("ValidationReport[crm/1 ACCEPT_WITH_WARNING 5 problems]");
    }

    @Test
    void aRecordWithoutProblemsIsAccepted() {
        SourceRecord record = record().value(StandardSchema.EMAIL, email("a")).build();
        ValidationReport report = Validator.standard().with(REACHABLE).validate(record);
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(report.violations()).isEmpty();
        assertThat(report.recordId()).isEqualTo(new RecordId("crm", "1"));
    }

    @Test
    void anEmptyRecordIsSetAsideUnlessItIsADeletion() {
        assertThat(Validator.standard().validate(record().build()).outcome()).isEqualTo(Outcome.QUARANTINE);
        SourceRecord deletion = record().kind(ObservationKind.DELETION).build();
        assertThat(Validator.standard().with(REACHABLE).validate(deletion).outcome())
                .isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void inAPatchAbsentIsNotMissing() {
        SourceRecord patch = record().kind(ObservationKind.PATCH).build();
        assertThat(REACHABLE.check(patch)).isEmpty();
        assertThat(Constraint.required(StandardSchema.EMAIL).check(patch)).isEmpty();
        assertThat(REACHABLE.check(record().build())).hasSize(1);
    }

    @Test
    void thePolicyDecidesBySeverityAndForSingleCodesOtherwise() {
        SourceRecord record = record().value(StandardSchema.EMAIL, email("a"))
                .problem(new ValueProblem("field.unknown", ProblemSeverity.WARNING, "x", "is unknown", "y"))
                .build();
        Validator validator = Validator.standard();
        assertThat(validator.validate(record).outcome()).isEqualTo(Outcome.ACCEPT_WITH_WARNING);
        IntakePolicy strict = IntakePolicy.standard().on("field.unknown", Outcome.REJECT);
        assertThat(validator.with(strict).validate(record).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(validator.with(strict).validate(record).accepted()).isFalse();
        IntakePolicy lax = IntakePolicy.standard().on(ProblemSeverity.WARNING, Outcome.ACCEPT);
        assertThat(validator.with(lax).validate(record).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(strict.toString()).contains("field.unknown");
    }

    @Test
    void constraintsOfValuesNameTheValueByIndex() {
        SourceRecord record = record().value(StandardSchema.EMAIL, email("a"))
                .value(StandardSchema.EMAIL, email("b1"))
                .value(StandardSchema.COUNTRY, new CodeValue("JP"))
                .build();
        Constraint letters = Constraint.matches(StandardSchema.EMAIL, Pattern.compile("[a-z]+@.*"));
        assertThat(letters.check(record)).extracting(Violation::path).containsExactly("email[1]");
        assertThat(Constraint.oneOf(StandardSchema.COUNTRY, "US", "DE").check(record))
                .extracting(Violation::text)
                .containsExactly("ERROR one_of at `country`: must be one of [US, DE]");
        assertThat(Constraint.oneOf(StandardSchema.COUNTRY, "JP").check(record)).isEmpty();
    }

    @Test
    void constraintsAreComposedAndWrittenInALine() {
        Constraint own = record -> List.of(Violation.error("own", "", "is always wrong"));
        Constraint domain = Constraint.each(StandardSchema.EMAIL, "domain", "is foreign", email -> false);
        SourceRecord record = record().value(StandardSchema.EMAIL, email("a")).build();
        assertThat(own.and(domain).check(record)).extracting(Violation::code).containsExactly("own", "domain");
        assertThat(own.when(each -> each.values().isEmpty()).check(record)).isEmpty();
        assertThat(own.severity(ProblemSeverity.FATAL).check(record).get(0).severity())
                .isEqualTo(ProblemSeverity.FATAL);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> Constraint.atLeastOne("x")).hasMessageContaining("`keys`");
        assertThatThrownBy(() -> Violation.error(" ", "", "")).hasMessageContaining("`code`");
        assertThat(Validator.standard().toString()).contains("4 constraints");
    }

    private static EmailAddress email(String local) {
        return new EmailAddress(local, "example.com");
    }

    private static SourceRecordBuilder record() {
        Provenance provenance =
                Provenance.builder("crm", Instant.parse("2026-01-02T00:00:00Z")).build();
        return SourceRecord.builder(new RecordId("crm", "1"), provenance);
    }
}
