package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;

import java.time.Instant;
import java.util.List;
import java.util.Set;

@ModuleTest
class ImpactPageTests {

    @Autowired ISpringWebFluxTemplateEngine templates;
    @Autowired ApplicationContext application;

    @Test
    void saysInEnglishWhatAnOrderCouldFund() {
        String page = statement(Language.EN, ImpactStory.couldFund(Samples.RICE, yen(3_768)));

        assertThat(page)
                .contains("This could fund 20 kg of rice.")
                .contains("¥168 more could go toward the next kilogram of rice.")
                .contains("20 of 30 stitches on the way to 30 kg of rice")
                .contains("Computed at ¥5,400 for 30 kg of rice, the price since 1 January 2020.");
    }

    @Test
    void saysInJapaneseWhatAnOrderCouldFund() {
        String page = statement(Language.JA, ImpactStory.couldFund(Samples.RICE, yen(3_768)));

        assertThat(page)
                .contains("お米20kg分の資金になる見込みです。")
                .contains("端数の¥168は、次のお米1kgにあてられる見込みです。")
                .contains("お米30kgまで、30目のうち20目")
                .contains("お米30kgあたり¥5,400（2020年1月1日からの価格）で計算しています。");
    }

    @Test
    void doesNotRoundUpLessThanAUnit() {
        String page = statement(Language.EN, ImpactStory.couldFund(Samples.RICE, yen(179)));

        assertThat(page).contains("This could go toward the next kilogram of rice.");
    }

    @Test
    void tellsWhatWasSaidBefore() {
        Correction correction =
                new Correction(Instant.parse("2026-11-22T03:00:00Z"), 20, 10, Cause.MONEY);
        ImpactStory story =
                new ImpactStory(ImpactState.FUNDS, Samples.RICE, yen(1_968), List.of(correction));

        assertThat(statement(Language.EN, story))
                .contains("This funds 10 kg of rice.")
                .contains("22 November 2026: from 20 kg of rice to 10 kg of rice");
        assertThat(statement(Language.JA, story)).contains("お米20kgからお米10kgに訂正しました");
    }

    @Test
    void saysWhyLessMoneyIsThereForIt() {
        assertThat(fallen(Language.EN, Cause.PAID_BACK))
                .contains("from 20 kg of rice to 10 kg of rice.")
                .contains("Money of it has gone back, to whoever had paid it or to their bank.");
        assertThat(fallen(Language.EN, Cause.TRANSFERRED))
                .contains("Money of it was moved to another fund.")
                .doesNotContain("gone back");
        assertThat(fallen(Language.JA, Cause.TRANSFERRED))
                .contains("お米20kgからお米10kgに訂正しました。", "お金を別の基金に移したためです。");
    }

    private String fallen(Language language, Cause cause) {
        Correction correction =
                new Correction(Instant.parse("2026-11-22T03:00:00Z"), 20, 10, cause);
        return statement(
                language,
                new ImpactStory(ImpactState.FUNDS, Samples.RICE, yen(1_968), List.of(correction)));
    }

    @ParameterizedTest
    @EnumSource(ImpactState.class)
    void hasWordsForEachStateAndAmount(ImpactState state) {
        for (Language language : Language.values()) {
            for (Money money : List.of(Money.ZERO, yen(1), yen(9_000))) {
                ImpactStory story = new ImpactStory(state, Samples.RICE, money, List.of());

                assertThat(statement(language, story))
                        .contains("impact__sentence")
                        .doesNotContain("??");
            }
        }
    }

    /** Of 6 kg, one after the other: what is told is never more than what has happened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|3|0|540|This has bought 3 kg of the 6 kg of rice that it"
                        + " funds.|お米6kg分の資金のうち、これまでに3kg分を購入しました。",
                "3|3|2|540|This has bought 3 kg of the 6 kg of rice that it funds, and delivered 2"
                        + " kg.|お米6kg分の資金のうち、これまでに3kg分を購入し、そのうち2kgを届けました。",
                "3|3|3|540|This has bought and delivered 3 kg of the 6 kg of rice that it"
                        + " funds.|お米6kg分の資金のうち、これまでに3kg分を購入し、届けました。",
                "6|6|0|1080|This has bought 6 kg of rice.|お米6kgを購入しました。",
                "6|6|2|1080|This has bought 6 kg of rice and delivered 2 kg of"
                        + " it.|お米6kgを購入し、そのうち2kgを届けました。",
                "6|6|6|1080|This has delivered 6 kg of rice.|お米6kgを届けました。",
                "6|5|5|1080|This has come to 5 kg of rice, less than was"
                        + " funded.|お米5kgにとどまり、資金の額に見合う量に届きませんでした。",
            })
    void saysExactlyWhatIsBoughtAndDelivered(
            long bought, long expected, long delivered, long spent, String en, String ja) {
        Progress progress = new Progress(bought, expected, delivered, yen(spent));
        ImpactStory story = ImpactStory.followed(Samples.RICE, yen(1_080), progress, List.of());

        assertThat(statement(Language.EN, story)).contains(en).doesNotContain("stitches");
        assertThat(statement(Language.JA, story)).contains(ja);
    }

    @Test
    void saysWhyLessIsBoughtThanWasTold() {
        Correction correction =
                new Correction(
                        Instant.parse("2027-05-10T03:00:00Z"),
                        3,
                        2,
                        Correction.Step.BOUGHT,
                        Cause.MONEY);
        ImpactStory story =
                ImpactStory.followed(
                        Samples.RICE,
                        yen(733),
                        new Progress(2, 2, 0, yen(400)),
                        List.of(correction));

        assertThat(statement(Language.EN, story))
                .contains("10 May 2027: what has been bought, corrected from 3 kg of rice to 2 kg")
                .contains("Money behind it has gone back");
        assertThat(statement(Language.JA, story))
                .contains("購入した量をお米3kgからお米2kgに訂正しました")
                .contains("お支払いになった方またはカード会社へ戻ったためです");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImpactState.class,
            names = {"COULD_FUND", "FUNDS"})
    void neverCallsMoneyAPurchase(ImpactState state) {
        for (Money money : List.of(Money.ZERO, yen(1), yen(9_000))) {
            ImpactStory story = new ImpactStory(state, Samples.RICE, money, List.of());

            assertThat(statement(Language.EN, story))
                    .doesNotContainIgnoringCase("bought", "deliver");
            assertThat(statement(Language.JA, story)).doesNotContain("購入", "届け", "買");
        }
    }

    @Test
    void showsWhereEveryYenGoes() {
        Proceeds proceeds = Proceeds.of(takings(3_200, 0, 0, 290, 826, 0), yen(116));

        String page = render("breakdown", Language.EN, "proceeds", proceeds);

        assertThat(page)
                .contains("Where your ¥3,200 goes", "¥1,968", "¥826", "¥290", "¥116")
                .doesNotContain("gift");
    }

    private String statement(Language language, ImpactStory story) {
        return render("statement", language, "story", story);
    }

    private String render(String fragment, Language language, String name, Object value) {
        Context context = new Context(language.locale());
        context.setVariable("language", language);
        context.setVariable(name, value);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(application, null));
        TemplateSpec template =
                new TemplateSpec("impact/" + fragment, Set.of(fragment), TemplateMode.HTML, null);
        return templates.process(template, context);
    }
}
