package dev.cdm.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Names of one language, a few of them frequent and most of them rare, as Zipf found. */
final class NameStock {

    private static final double OFFSET = 2.7;
    private static final String[] STARTS =
            ("Ash Black Brad Burn Ches Clay Cran Den Eld Fair Gold Hart Hol Hurst King Lang Led Mar"
                            + " Nor Oak Pem Red Rush Sax Stan Stoke Thorn Wal West Whit Win Wood York Bar Car Dar Far Gar")
                    .split(" ");
    private static final String[] MIDDLES = " a er ing am el on ar".split(" ");
    private static final String[] ENDS =
            "ford ton ley worth well ham by stead wick field man house bridge more cote hurst land shaw".split(" ");
    private static final String[] COMMON =
            ("Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans"
                            + " Walker White Roberts Green Hall Wood Jackson Clarke Patel Khan Lewis James Phillips Mason Mitchell Rose"
                            + " Davis Cox Allen Moore Ali Kelly Murphy Begum Hussain O'Brien Singh Fletcher")
                    .split(" ");
    private static final String[] MALE =
            ("James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel"
                            + " Matthew Anthony Andrew Steven Kenneth Edward George Ronald Timothy Peter Nicholas Samuel Benjamin")
                    .split(" ");
    private static final String[] FEMALE =
            ("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Margaret"
                            + " Katherine Christine Rebecca Deborah Victoria Alexandra Pamela Josephine Catherine Judith Theresa Amanda")
                    .split(" ");
    private static final String[] GIVEN_STARTS =
            "Al Bel Cor Dan El Fal Gar Hal Is Jor Kal Lan Mar Nas Or Pan Quen Ros Sar Tav Ul Val Wil Xan Yor Zel Bren Cas Dor Em"
                    .split(" ");
    private static final String[] GIVEN_MIDDLES = "a e i o u an er in el ".split(" ", -1);
    private static final String[] MALE_ENDS = "n rus mar vek ter son do l".split(" ");
    private static final String[] FEMALE_ENDS = "na lla sette lia ra beth dine ya".split(" ");
    private static final String FIRST_KANJI = "山やま川かわ石いし松まつ竹たけ大おお小お中なか西にし東ひがし北きた南みなみ上うえ下しも高たか長なが古ふる新にい黒くろ白しろ青あお赤あか"
            + "金かね森もり桜さくら梅うめ柳やなぎ藤ふじ杉すぎ岩いわ島しま谷たに沢さわ池いけ水みず浜はま宮みや寺てら村むら野の原はら福ふく秋あき春はる夏なつ冬ふゆ広ひろ星ほし";
    private static final String SECOND_KANJI =
            "田だ山やま川かわ村むら野の原はら本もと井い尾お崎さき島しま沢さわ谷や口ぐち林ばやし森もり池いけ橋はし坂さか岡おか江え園ぞの塚つか津つ瀬せ" + "倉くら内うち宮みや間ま部べ木き辺べ浜はま";

    private final List<Name> names;
    private final double[] upTo;

    private NameStock(List<Name> names) {
        this.names = names;
        upTo = new double[names.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1 / (rank + OFFSET);
            upTo[rank] = sum;
        }
    }

    static NameStock surnames(boolean japanese) {
        Map<String, Name> all = new LinkedHashMap<>();
        if (japanese) {
            lines("surnames_ja.csv").forEach(row -> add(all, new Name(row[0], KanaText.katakana(row[1]))));
            shuffled(composed()).forEach(name -> add(all, name));
        } else {
            List.of(COMMON).forEach(name -> add(all, new Name(name, "")));
            List<Name> made = new ArrayList<>();
            for (String start : STARTS) {
                for (String middle : MIDDLES) {
                    for (String end : ENDS) {
                        made.add(new Name(start + middle + end, ""));
                    }
                }
            }
            shuffled(made).forEach(name -> add(all, name));
        }
        return new NameStock(List.copyOf(all.values()));
    }

    static NameStock given(boolean japanese, boolean male) {
        Map<String, Name> all = new LinkedHashMap<>();
        List<Name> made = new ArrayList<>();
        if (japanese) {
            for (String[] row : lines(male ? "given_names_ja_m.csv" : "given_names_ja_f.csv")) {
                for (int i = 1; i < row.length; i++) {
                    made.add(new Name(row[i], KanaText.katakana(row[0])));
                }
            }
        } else {
            List.of(male ? MALE : FEMALE).forEach(name -> add(all, new Name(name, "")));
            for (String start : GIVEN_STARTS) {
                for (String middle : GIVEN_MIDDLES) {
                    for (String end : male ? MALE_ENDS : FEMALE_ENDS) {
                        made.add(new Name(start + middle + end, ""));
                    }
                }
            }
        }
        shuffled(made).forEach(name -> add(all, name));
        return new NameStock(List.copyOf(all.values()));
    }

    int size() {
        return names.size();
    }

    Name draw(Random random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return names.get(low);
    }

    private static void add(Map<String, Name> all, Name name) {
        all.putIfAbsent(name.written(), name);
    }

    private static List<Name> shuffled(List<Name> names) {
        Collections.shuffle(names, new Random(7));
        return names;
    }

    private static List<Name> composed() {
        List<Name> all = new ArrayList<>();
        for (String[] first : pairs(FIRST_KANJI)) {
            for (String[] second : pairs(SECOND_KANJI)) {
                all.add(new Name(first[0] + second[0], KanaText.katakana(first[1] + second[1])));
            }
        }
        return all;
    }

    private static List<String[]> pairs(String text) {
        List<String[]> pairs = new ArrayList<>();
        for (String part : text.split("(?=\\p{IsHan})", -1)) {
            pairs.add(new String[] {part.substring(0, 1), part.substring(1)});
        }
        return pairs;
    }

    private static List<String[]> lines(String file) {
        try (InputStream bytes = Objects.requireNonNull(NameStock.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row.length > 1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
