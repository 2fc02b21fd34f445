package dev.cdm.matching;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Public sets with known truth, where they are at hand; a test that asks for one that is not is skipped. */
public final class KnownSets {

    private static final String FAKE = "first_name=given-name,surname=family-name,dob=birth-date,city=city,email=email";
    private static final String FEBRL = "given_name=given-name,surname=family-name,address_1=street,suburb=city,"
            + "postcode=postcode,state=region,date_of_birth=birth-date,soc_sec_id=national-id";
    private static final String PEOPLE = "first_name=given-name,surname=family-name,first_name_kana=given-name-kana,"
            + "surname_kana=family-name-kana,dob=birth-date,sex=sex,street=street,city=city,postcode=postcode,"
            + "phone=phone,email=email";

    private KnownSets() {}

    /** {@return what the columns of a set mean} */
    public static Map<String, Role> roles(String file) {
        String text = file.startsWith("fake") ? FAKE : file.startsWith("febrl") ? FEBRL : PEOPLE;
        Map<String, Role> roles = new LinkedHashMap<>();
        Arrays.stream(text.split(",", -1))
                .map(role -> role.split("=", -1))
                .forEach(role -> roles.put(role[0], Role.of(role[1]).orElseThrow()));
        return roles;
    }

    /** {@return the records of a set} */
    public static Table table(String name) throws IOException {
        List<String> header = Arrays.stream(Files.readAllLines(data(name))
                        .get(0)
                        .replace("\uFEFF", "")
                        .split(",", -1))
                .map(String::strip)
                .toList();
        TableBuilder builder = new TableBuilder(header.subList(1, header.size()));
        for (String[] row : lines(name)) {
            List<String> values = Arrays.stream(row).map(String::strip).toList();
            builder.add(values.get(0), values.subList(1, header.size()));
        }
        return builder.build();
    }

    /** {@return the cells of the lines after the first} */
    public static List<String[]> lines(String name) throws IOException {
        return Files.readAllLines(data(name)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Path data(String name) {
        String folder = System.getProperty("cdm.data", "");
        Path path = Path.of(folder, name);
        assumeTrue(!folder.isEmpty() && Files.isRegularFile(path), "the public sets are not at hand");
        return path;
    }
}
