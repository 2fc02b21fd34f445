package dev.cdm.examples.quickstart.generator;

import java.util.List;

/**
 * A town.
 *
 * @param country its ISO 3166-1 code
 * @param region prefecture, state or county
 * @param city the town
 * @param quarter quarter or street, to which a house number is added
 * @param postcode a postcode of the town
 */
record Place(String country, String region, String city, String quarter, String postcode) {

    static final List<Place> JAPANESE = List.of(
            new Place("JP", "東京都", "新宿区", "西新宿", "160-0023"),
            new Place("JP", "東京都", "世田谷区", "三軒茶屋", "154-0024"),
            new Place("JP", "神奈川県", "横浜市中区", "本町", "231-0005"),
            new Place("JP", "大阪府", "大阪市北区", "梅田", "530-0001"),
            new Place("JP", "京都府", "京都市左京区", "岡崎", "606-8335"),
            new Place("JP", "愛知県", "名古屋市中村区", "名駅", "450-0002"),
            new Place("JP", "福岡県", "福岡市博多区", "博多駅前", "812-0011"),
            new Place("JP", "北海道", "札幌市中央区", "大通西", "060-0042"),
            new Place("JP", "宮城県", "仙台市青葉区", "一番町", "980-0811"),
            new Place("JP", "広島県", "広島市中区", "紙屋町", "730-0031"));

    static final List<Place> ENGLISH = List.of(
            new Place("US", "NY", "Albany", "Pine Street", "12207"),
            new Place("US", "CA", "Fresno", "Olive Avenue", "93701"),
            new Place("US", "WA", "Spokane", "Maple Street", "99201"),
            new Place("US", "TX", "Austin", "Cedar Lane", "78701"),
            new Place("US", "OH", "Dayton", "Main Street", "45402"),
            new Place("GB", "Kent", "Canterbury", "Castle Street", "CT1 2PR"),
            new Place("GB", "Devon", "Exeter", "Queen Street", "EX4 3SR"),
            new Place("GB", "Norfolk", "Norwich", "Chapel Road", "NR1 3RE"));
}
