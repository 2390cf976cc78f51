package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        Correction correction = new Correction(Instant.parse("2026-11-22T03:00:00Z"), 20, 10);
        ImpactStory story =
                new ImpactStory(ImpactState.FUNDS, Samples.RICE, yen(1_968), List.of(correction));

        assertThat(statement(Language.EN, story))
                .contains("This funds 10 kg of rice.")
                .contains("22 November 2026: from 20 kg of rice to 10 kg of rice");
        assertThat(statement(Language.JA, story)).contains("お米20kgからお米10kgに訂正しました");
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
