package dev.cdm.matching;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Invented records for tests: every person once or more often, with slips, gaps, households and Japanese names. */
public final class Townspeople {

    public static final List<String> COLUMNS = List.of(
            "given", "family", "kana_given", "kana_family", "born", "sex", "street", "city", "post", "phone", "mail");
    private static final String[] GIVEN =
            "Anna Bert Carla Dora Emil Fritz Greta Hanna Igor Jana Karl Lena Mario Nora Otto Paula".split(" ");
    private static final String[] GIVEN_JA = "花子:ハナコ 太郎:タロウ 健一:ケンイチ 美咲:ミサキ 翔:ショウ 桜:サクラ 誠:マコト 由美:ユミ".split(" ");
    private static final String[] FAMILY_JA = "佐藤:サトウ 鈴木:スズキ 斉藤:サイトウ 高橋:タカハシ 渡辺:ワタナベ 中島:ナカジマ".split(" ");
    private static final String[] STARTS = "Wal Mer Hol Bran Stor Kel Fin Gar Tom Ven".split(" ");
    private static final String[] ENDS = "ford bury ton ley mann stein wick berg dale shaw".split(" ");

    private final Random random;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, Integer> truth = new HashMap<>();
    private final boolean japanese;

    public Townspeople(int people, boolean japanese, long seed) {
        random = new Random(seed);
        this.japanese = japanese;
        List<String> household = List.of();
        for (int person = 0; person < people; person++) {
            household = person % 3 == 0 || household.isEmpty()
                    ? person(List.of())
                    : random.nextInt(3) == 0 ? person(household) : person(List.of());
            int copies = random.nextInt(3) == 0 ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                String id = "r" + (1000 + rows.size());
                truth.put(id, person);
                List<String> row = new ArrayList<>(copy == 0 ? household : damaged(household));
                row.add(0, id);
                rows.add(row);
            }
        }
    }

    public static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        List<Role> meanings = List.of(
                Role.GIVEN_NAME,
                Role.FAMILY_NAME,
                Role.GIVEN_NAME_KANA,
                Role.FAMILY_NAME_KANA,
                Role.BIRTH_DATE,
                Role.SEX,
                Role.STREET,
                Role.CITY,
                Role.POSTCODE,
                Role.PHONE,
                Role.EMAIL);
        for (int i = 0; i < COLUMNS.size(); i++) {
            roles.put(COLUMNS.get(i), meanings.get(i));
        }
        return roles;
    }

    /** {@return the number of the person of a record} */
    public int personOf(String id) {
        return Objects.requireNonNull(truth.get(id), id);
    }

    public Table table() {
        return table(rows);
    }

    public Table shuffled(long seed) {
        List<List<String>> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return table(other);
    }

    /** Every second record, from the first or from the second on. */
    public Table half(int from) {
        List<List<String>> half = new ArrayList<>();
        for (int i = from; i < rows.size(); i += 2) {
            half.add(rows.get(i));
        }
        return table(half);
    }

    private static Table table(List<List<String>> rows) {
        TableBuilder builder = new TableBuilder(COLUMNS);
        rows.forEach(row -> builder.add(row.get(0), row.subList(1, row.size())));
        return builder.build();
    }

    private List<String> person(List<String> mate) {
        String[] given = pick(japanese ? GIVEN_JA : GIVEN).split(":", -1);
        String[] family = japanese ? pick(FAMILY_JA).split(":", -1) : new String[] {pick(STARTS) + pick(ENDS)};
        String date =
                (1930 + random.nextInt(70)) + "-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28));
        boolean joined = !mate.isEmpty();
        return Arrays.asList(
                given[0],
                joined ? mate.get(1) : family[0],
                given.length > 1 ? given[1] : "",
                joined ? mate.get(3) : family.length > 1 ? family[1] : "",
                date,
                random.nextBoolean() ? "m" : "f",
                joined ? mate.get(6) : (1 + random.nextInt(99)) + " " + pick(STARTS) + " Road",
                "Newtown",
                joined ? mate.get(8) : String.valueOf(10_000 + random.nextInt(300)),
                "07" + (10_000_000 + random.nextInt(89_999_999)),
                (given.length > 1 ? "user" : given[0].toLowerCase(java.util.Locale.ROOT)) + random.nextInt(9999)
                        + "@example.org");
    }

    private List<String> damaged(List<String> person) {
        List<String> copy = new ArrayList<>(person);
        for (int slip = 0; slip < 2; slip++) {
            int field = random.nextInt(copy.size());
            String text = copy.get(field);
            if (random.nextBoolean() || text.length() < 3) {
                copy.set(field, "");
            } else if (field != 5 && text.charAt(1) < 128) {
                copy.set(field, text.substring(0, 1) + text.substring(2));
            }
        }
        if (japanese && random.nextInt(3) == 0) {
            copy.set(0, copy.get(2));
            copy.set(1, copy.get(3));
            copy.set(2, "");
            copy.set(3, "");
        }
        return copy;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
