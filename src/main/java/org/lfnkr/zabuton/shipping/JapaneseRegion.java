package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.Arrays;
import java.util.List;

/** Parts of Japan as people group the prefectures, from north to south. */
public enum JapaneseRegion {
    HOKKAIDO("Hokkaido", "北海道", Prefecture.HOKKAIDO),
    TOHOKU("Tohoku", "東北", Prefecture.AOMORI),
    KANTO("Kanto", "関東", Prefecture.IBARAKI),
    CHUBU("Chubu", "中部", Prefecture.NIIGATA),
    KANSAI("Kansai", "近畿", Prefecture.MIE),
    CHUGOKU("Chugoku", "中国", Prefecture.TOTTORI),
    SHIKOKU("Shikoku", "四国", Prefecture.TOKUSHIMA),
    KYUSHU("Kyushu and Okinawa", "九州・沖縄", Prefecture.FUKUOKA);

    private final Bilingual words;
    private final Prefecture first;

    JapaneseRegion(String en, String ja, Prefecture first) {
        this.words = new Bilingual(en, ja);
        this.first = first;
    }

    public Bilingual words() {
        return words;
    }

    /** In the order of their codes. */
    public List<Prefecture> prefectures() {
        return Arrays.stream(Prefecture.values()).filter(it -> of(it) == this).toList();
    }

    private static JapaneseRegion of(Prefecture prefecture) {
        return Arrays.stream(values())
                .filter(region -> region.first.compareTo(prefecture) <= 0)
                .reduce((north, south) -> south)
                .orElseThrow();
    }
}
