package dev.cdm.examples.benchmarks;

import dev.cdm.examples.benchmarks.Person.Home;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents people: alone or in households, with twins, namesakes of their parents, and movers. */
final class Population {

    private static final String[] STREETS =
            ("High Station Church Park Mill Green Kings Queens Victoria Albert Manor Grange Windsor York"
                            + " Orchard Cedar Maple School Bridge Castle Abbey Priory West East North South River New Main George")
                    .split(" ");
    private static final String[] KINDS = "Road Street Avenue Lane Close Drive Crescent Place Way Court".split(" ");
    private static final String[] CITIES =
            ("London Leeds Glasgow Cardiff Belfast Bristol Durham Lincoln Oxford Norwich Exeter Chester"
                            + " Derby Preston Salford Bradford Coventry Plymouth Brighton Aberdeen")
                    .split(" ");
    private static final String[] TOWNS_JA = ("東京都大田区蒲田 東京都世田谷区三軒茶屋 東京都練馬区光が丘 大阪府大阪市北区梅田 大阪府堺市堺区三国ヶ丘町 愛知県名古屋市中区栄"
                    + " 福岡県福岡市博多区住吉 北海道札幌市中央区大通西 宮城県仙台市青葉区一番町 神奈川県横浜市西区みなとみらい 埼玉県川越市新富町 千葉県船橋市本町"
                    + " 京都府京都市左京区吉田本町 兵庫県神戸市中央区三宮町 広島県広島市中区紙屋町 静岡県静岡市葵区呉服町 新潟県新潟市中央区古町通 茨城県龍ケ崎市佐貫町")
            .split(" ");
    private static final String[] DOMAINS =
            "example.com example.org example.net mail.example.com post.example.org".split(" ");

    private final boolean japanese;
    private final Random random;
    private final double inHouseholds;
    private final NameStock surnames;
    private final NameStock male;
    private final NameStock female;

    Population(boolean japanese, double inHouseholds, Random random) {
        this.japanese = japanese;
        this.random = random;
        this.inHouseholds = inHouseholds;
        surnames = NameStock.surnames(japanese);
        male = NameStock.given(japanese, true);
        female = NameStock.given(japanese, false);
    }

    /** {@return a household of one, or of three to six} */
    List<Person> household() {
        int size = random.nextDouble() < inHouseholds / (4.5 - 3.5 * inHouseholds) ? 3 + random.nextInt(4) : 1;
        Name family = surnames.draw(random);
        Home home = home();
        String line = random.nextDouble() < .6 ? phone() : "";
        int year = 1930 + random.nextInt(50);
        List<Person> members = new ArrayList<>();
        LocalDate twin = null;
        for (int i = 0; i < size; i++) {
            boolean child = i > 1;
            LocalDate born = child && twin != null && random.nextDouble() < .09
                    ? twin
                    : date(child ? year + 20 + random.nextInt(18) : year + random.nextInt(5));
            twin = child ? born : null;
            boolean man = (size > 1 && i < 2) ? i == 0 : random.nextBoolean();
            Name given =
                    child && man && random.nextDouble() < .04 ? members.get(0).given() : given(man);
            members.add(person(given, family, born, man, home, line));
        }
        return members;
    }

    private Person person(Name given, Name family, LocalDate born, boolean man, Home home, String line) {
        Home[] homes = random.nextDouble() < .1 ? new Home[] {home, home()} : new Home[] {home};
        Name former = !man && random.nextDouble() < .04 ? surnames.draw(random) : family;
        String phone = line.isEmpty() || random.nextDouble() < .6 ? phone() : line;
        return new Person(given, family, former, born, man, homes, phone, email(given, family, born));
    }

    private Name given(boolean man) {
        return man ? male.draw(random) : female.draw(random);
    }

    private LocalDate date(int year) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    private String phone() {
        return japanese
                ? String.format(
                        Locale.ROOT,
                        "0%d0-%04d-%04d",
                        8 + random.nextInt(2),
                        random.nextInt(10000),
                        random.nextInt(10000))
                : String.format(Locale.ROOT, "07%03d %06d", random.nextInt(1000), random.nextInt(1000000));
    }

    private String email(Name given, Name family, LocalDate born) {
        String first = given.latin();
        String last = family.latin().replace("'", "");
        String user = switch (random.nextInt(6)) {
            case 0 -> first + "." + last;
            case 1 -> first.charAt(0) + last;
            case 2 -> last + "_" + first;
            case 3 -> first + born.getYear() % 100;
            default -> first + last;
        };
        return user + (random.nextInt(3) == 0 ? "" : random.nextInt(1000)) + "@"
                + DOMAINS[random.nextInt(DOMAINS.length)];
    }

    private Home home() {
        if (japanese) {
            int town = random.nextInt(TOWNS_JA.length);
            int cut = Math.max(TOWNS_JA[town].lastIndexOf('区'), TOWNS_JA[town].lastIndexOf('市')) + 1;
            String number = (1 + random.nextInt(6)) + "-" + (1 + random.nextInt(25)) + "-" + (1 + random.nextInt(20));
            String flat = random.nextInt(3) == 0
                    ? " コーポ" + TOWNS_JA[town].substring(cut) + (1 + random.nextInt(9)) + "0" + random.nextInt(9)
                    : "";
            return new Home(
                    TOWNS_JA[town].substring(cut) + number + flat,
                    TOWNS_JA[town].substring(0, cut),
                    String.format(Locale.ROOT, "%03d-%04d", 100 + town * 37, 1000 + random.nextInt(400)));
        }
        int city = random.nextInt(CITIES.length);
        int area = random.nextInt(2000);
        String street = STREETS[area % STREETS.length] + " " + KINDS[area / STREETS.length % KINDS.length];
        String postcode = CITIES[city].substring(0, 2).toUpperCase(Locale.ROOT) + (1 + area % 30) + " "
                + (area / 30 % 9 + 1) + (char) ('A' + area / 7 % 26) + (char) ('A' + area / 3 % 26);
        return new Home(1 + random.nextInt(90) + " " + street, CITIES[city], postcode);
    }
}
