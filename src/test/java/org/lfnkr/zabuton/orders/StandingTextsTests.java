package org.lfnkr.zabuton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Wherever an order stands there are words for it, and none of them is untrue there. */
class StandingTextsTests {

    private static final List<String> FILES = List.of("orders", "orders-mail", "storefront");
    private static final Pattern NOTHING_SENT_EN =
            Pattern.compile("(?i)nothing is sent|send nothing until|pack your parcel");
    private static final Pattern NOTHING_SENT_JA =
            Pattern.compile("(?<!まだの)商品は発送し(ません|ない)|(^|。)解決するまで発送しません|これから荷造りをします");

    private static Pattern nothingSent(Language language) {
        return switch (language) {
            case EN -> NOTHING_SENT_EN;
            case JA -> NOTHING_SENT_JA;
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingHasItsWords(OrderStanding standing) throws IOException {
        for (Language language : Language.values()) {
            assertThat(texts(language))
                    .containsKeys(
                            "storefront.order." + standing.code(),
                            "storefront.order." + standing.code() + ".text",
                            "orders.status." + standing.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasItsWords(OrderStep step) throws IOException {
        for (Language language : Language.values()) {
            assertThat(texts(language))
                    .containsKeys(
                            "storefront.next." + step.code(),
                            "storefront.next." + step.code() + ".detail");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHappeningHasItsWords(Happening.Kind kind) throws IOException {
        String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Language language : Language.values()) {
            assertThat(texts(language)).containsKey("storefront.happened." + code);
        }
    }

    /** Nobody who has a parcel in their hands reads that nothing is sent. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {".*SENT", ".*_AFTER_SENDING"})
    void whatWasSentIsNotDenied(OrderStanding standing) throws IOException {
        for (Language language : Language.values()) {
            Map<String, String> texts = texts(language);
            assertThat(texts.get("storefront.order." + standing.code() + ".text"))
                    .doesNotContainPattern(nothingSent(language));
            assertThat(standing.next())
                    .extracting(
                            step -> "" + texts.get("storefront.next." + step.code() + ".detail"))
                    .noneMatch(text -> nothingSent(language).matcher(text).find());
        }
    }

    /** The pattern finds what it is for. */
    @ParameterizedTest
    @EnumSource(names = {"PAID", "DISPUTED", "REFUNDING", "REFUNDED", "CHARGED_BACK"})
    void whatWasNotSentIsSaid(OrderStanding standing) throws IOException {
        for (Language language : Language.values()) {
            assertThat(texts(language).get("storefront.order." + standing.code() + ".text"))
                    .containsPattern(nothingSent(language));
        }
    }

    private static Map<String, String> texts(Language language) throws IOException {
        Properties all = new Properties();
        for (String file : FILES) {
            Path path =
                    Path.of(
                            "src/main/resources/messages",
                            file + "_" + language.tag() + ".properties");
            try (Reader reader = Files.newBufferedReader(path)) {
                all.load(reader);
            }
        }
        return all.stringPropertyNames().stream()
                .collect(Collectors.toMap(it -> it, all::getProperty));
    }
}
