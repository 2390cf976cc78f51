package org.lfnkr.zabuton.giving.pledges.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@ModuleTest
class GivePageTests {

    /** The law's six items, written down here on their own (facts of the law on mail order). */
    private static final List<String> ASKED_FOR =
            List.of("内容と回数", "金額", "お支払い", "お届けするもの", "撤回と終了", "期間");

    @Autowired Messages messages;
    @Autowired Drafts drafts;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    static Stream<Language> languages() {
        return Stream.of(Language.values());
    }

    @ParameterizedTest
    @EnumSource
    void offersAmountsWithWhatTheyCouldDoAndTicksNothing(Language language) {
        String page = get("/" + language.tag() + "/give", Map.of());

        String meaning = language == Language.EN ? "7 days of meals and schooling" : "食事と学び7日";
        assertThat(page).contains("¥3,000").contains(meaning);
        assertThat(page).contains(text("giving.together.2", language));
        assertThat(page.split("checked=\"checked\"", -1)).as("only the cause").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void theCheckPageSaysAllThatTheLawAsksFor(Frequency frequency) {
        String page = check(Language.JA, frequency);

        for (String item : ASKED_FOR) {
            assertThat(page).contains("<dt>" + item + "</dt>");
        }
        assertThat(page.split("<dt>金額</dt>", -1)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theCheckPageNamesTheSecondAndLaterCharges(Language language) {
        String page = check(language, Frequency.MONTHLY);

        assertThat(page)
                .contains(
                        language == Language.EN
                                ? "the second and all later charges are ¥3,149 too"
                                : "以後も毎月¥3,149です");
        assertThat(page)
                .contains(text("giving.decide.stop.again", language))
                .contains(text("giving.decide.button.monthly", language, "¥3,149"));
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() {
        String page = get("/en/give", Map.of("other", "２５００", "amount", "other", "name", "𠮷野"));

        assertThat(page).contains("value=\"２５００\"").contains("value=\"𠮷野\"");
    }

    @Test
    void leadsBackToTheFormWithoutAnswers() {
        client().get()
                .uri("/en/give/check")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/en/give");
    }

    @Test
    void opensNoGiftWithoutItsKey() {
        client().get().uri("/en/gifts/AAAAA-AAAAA/key").exchange().expectStatus().isNotFound();
        client().get().uri("/en/gifts/AAAAA-AAAAA/key/stop").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asksForASignInBeforeAnybodysGifts(Language language) {
        client().get()
                .uri("/" + language.tag() + "/me/giving")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueMatches("Location", ".*/sign-in.*");
    }

    @Test
    void whoWantsBothGiftsKeepsBoth() {
        Guest giver = new Guest(port);
        stripe.shopper(gives(giver, 1000)).chooseKonbini();
        StripeNews.hear(application);
        String first = waiting(giver.get("/en/give").page());

        String next = giver.at("/en/give").post("/en/give/separately").location();

        assertThat(next).isEqualTo("/en/give");
        assertThat(giver.get(next).page()).doesNotContain("/give/separately");
        assertThat(gives(giver, 2000)).contains("/c/pay/");
        assertThat(giver.get(first).page()).contains(text("giving.gift.konbini-code", Language.EN));
    }

    private static String gives(Guest giver, int yen) {
        giver.at("/en/give")
                .post(
                        "/en/give",
                        "frequency",
                        "once",
                        "amount",
                        "other",
                        "other",
                        Integer.toString(yen),
                        "name",
                        "Name",
                        "email",
                        "both-" + UUID.randomUUID() + "@example.org",
                        "action",
                        "check");
        return giver.at("/en/give/check").post("/en/gifts", "agreed", "yes").location();
    }

    /** The page of the gift that waits at a store. */
    private static String waiting(String page) {
        Matcher found = Pattern.compile("href=\"(/en/gifts/[^\"]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String check(Language language, Frequency frequency) {
        Map<String, String> typed =
                Map.of(
                        "frequency",
                        frequency.code(),
                        "amount",
                        "3000",
                        "cover",
                        "yes",
                        "name",
                        "Name",
                        "email",
                        "name@example.org");
        return get("/" + language.tag() + "/give/check", new HashMap<>(typed));
    }

    private String get(String path, Map<String, String> typed) {
        Draft draft = new Draft(UUID.randomUUID(), typed);
        EntityExchangeResult<byte[]> answer =
                client().get()
                        .uri(path)
                        .cookie("__Host-give", drafts.seal("give", draft).orElseThrow())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult();
        byte[] body = Objects.requireNonNull(answer.getResponseBody());
        return HtmlUtils.htmlUnescape(new String(body, StandardCharsets.UTF_8));
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}
