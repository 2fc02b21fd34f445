package dev.cdm.matching.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationLevelsTest {

    private static final List<String> OTHERS = List.of("Delta Bakery", "Orion Bakery", "Kestrel Dental", "Ibis Dental");

    private static PersonTable sites(Role role, String a, String b) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(a, "Leeds"));
        rows.add(List.of(b, "Leeds"));
        OTHERS.forEach(name -> rows.add(List.of(name, "York")));
        return PairLevelsTest.people(List.of(Role.ORGANISATION, role), rows);
    }

    private static int level(String a, String b) {
        PersonTable sites = sites(Role.CITY, a, b);
        long pattern = new PairLevels(sites).compare(0, 1);
        assertThat(new PairLevels(sites).compare(1, 0)).isEqualTo(pattern);
        assertThat(sites.fields().get(1).kind()).isEqualTo(FieldKind.ORGANISATION);
        return PairPattern.level(pattern, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Atlas Foods Ltd. | ATLAS FOODS LIMITED | 1",
                "Atlas Foods | The Atlas Foods Company | 1",
                "㈱山田商事 | 山田商事株式会社 | 1",
                "Atlas Foods | Foods Atlas | 2",
                "Atlas Foods | AtlasFoods | 2",
                "Atlas Foods | Atlsa Foods | 3",
                "Atlas Engineering | Atlas Engin. | 3",
                "Harbour Atlas Services | Harbour Atlas | 4",
                "British Atlas Telephones | BAT plc | 5",
                "Harbour Bakery | Meridian Bakery | 7",
                "山田商事 | 川口食品 | 7",
            })
    void organisationsAreComparedByTheirWords(String a, String b, int level) {
        assertThat(level(a, b)).isEqualTo(level);
        assertThat(level(a, a)).isEqualTo(OrganisationValues.EXACT);
    }

    @Test
    void aMissingNameIsNoEvidence() {
        PersonTable sites = PairLevelsTest.people(
                List.of(Role.ORGANISATION, Role.CITY),
                List.of(java.util.Arrays.asList(null, "Leeds"), List.of("Atlas Foods", "Leeds")));
        assertThat(PairPattern.level(new PairLevels(sites).compare(0, 1), 1)).isZero();
    }

    @Test
    void anOrganisationIsTheEmployerWhereTheRecordsAreOfPeople() {
        PersonTable people = sites(Role.FAMILY_NAME, "Atlas Foods", "Atlas Foods");
        FieldShape employer = people.fields().get(1);
        assertThat(employer.kind()).isEqualTo(FieldKind.EMPLOYER);
        assertThat(employer.sharedByNeighbours()).isTrue();
        assertThat(employer.sharedByHousehold()).isFalse();
    }

    @Test
    void branchesShareTheirNameAndNotTheirAddress() {
        PersonTable sites = PairLevelsTest.people(
                List.of(Role.ORGANISATION, Role.STREET, Role.PHONE),
                List.of(
                        List.of("Atlas", "1 High Street", "0161 5550001"),
                        List.of("Atlas", "2 Low Road", "0161 5550001")));
        FieldShape address = sites.fields().get(0);
        assertThat(address.kind()).isEqualTo(FieldKind.ADDRESS);
        assertThat(address.sharedByHousehold()).isFalse();
        assertThat(address.sharedByNeighbours()).isTrue();
        assertThat(sites.fields().get(2).sharedByHousehold()).isTrue();
        assertThat(sites.fields().get(2).sharedByNeighbours()).isFalse();
    }
}
