package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.page.PageFinder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever becomes of a form's token or language, nobody loses what they typed. */
@ModuleTest
@Import(SignInSamples.class)
class FormsAgainPageTests {

    private static final String SENTENCE = "had been open for so long that nothing was sent";
    private static final String TYPED = "Ty\"ped <b>&𠮷";
    private static final Set<String> OWN = Set.of("_csrf", "_page", "action");

    @Autowired SignInSamples samples;
    @Autowired PageFinder pages;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired List<OwnForms> own;

    @TestFactory
    Stream<DynamicTest> aFormWithoutItsTokenComesBackAsItWasTyped() {
        return Stream.of(
                        "/en/cart",
                        "/ja/checkout",
                        "/en/checkout?to=abroad",
                        "/en/give",
                        "/en/sign-in?next=/en/me/data",
                        "/ja/sign-in/code",
                        "/en/me/data/name",
                        "/ja/me/data/addresses",
                        "/en/me/data/addresses/code",
                        "/en/me/thanks",
                        "/en/me/sessions",
                        "/en/products/lap-blanket",
                        "/ja/desk/gates")
                .map(page -> dynamicTest(page, () -> comesBack(page)));
    }

    private void comesBack(String page) {
        int forms = PageForm.of(member().get(page).html()).size();

        assertThat(forms).isPositive();
        IntStream.range(0, forms).forEach(place -> comesBack(page, place));
    }

    private void comesBack(String page, int place) {
        Guest guest = member();
        PageForm form = PageForm.of(guest.get(page).html()).get(place);
        if (isOwn(form.action())) {
            return; // needs no token
        }
        List<String> texts = texts(form);
        guest.forget("__Host-form");

        Answer answer = guest.post(form.action(), typed(texts));

        assertThat(answer.status()).as(form.action()).isEqualTo(422);
        assertThat(answer.page()).contains(page.startsWith("/en") ? SENTENCE : "まだ送信されていません");
        PageForm again = PageForm.find(answer.html(), form.action()).orElseThrow();
        texts.forEach(name -> assertThat(again.fields().getFirst(name)).isEqualTo(TYPED));
        assertThat(again.fields().getFirst("_page")).isEqualTo(page);
        Answer sentAgain = guest.post(form.action());
        assertThat(sentAgain.status()).as("sent again").isLessThan(500);
        assertThat(sentAgain.page()).doesNotContain(SENTENCE);
    }

    private boolean isOwn(String action) {
        MockServerWebExchange sent = MockServerWebExchange.from(MockServerHttpRequest.post(action));
        return own.stream()
                .map(forms -> Await.value(forms.matcher().matches(sent)))
                .anyMatch(ServerWebExchangeMatcher.MatchResult::isMatch);
    }

    private static String[] typed(List<String> names) {
        return names.stream().flatMap(name -> Stream.of(name, TYPED)).toArray(String[]::new);
    }

    private static List<String> texts(PageForm form) {
        return form.typedFields().stream().filter(name -> !OWN.contains(name)).toList();
    }

    @Test
    void whatWasChosenComesBackToo() {
        Guest guest = samples.guest().at("/en/give");
        guest.forget("__Host-form");

        Answer answer =
                guest.post("/en/give", "frequency", "yearly", "amount", "5000", "cover", "yes");

        PageForm again = PageForm.find(answer.html(), "/en/give").orElseThrow();
        assertThat(again.fields().getFirst("frequency")).isEqualTo("yearly");
        assertThat(again.fields().getFirst("amount")).isEqualTo("5000");
        assertThat(again.fields().getFirst("cover")).isEqualTo("yes");
    }

    @Test
    void whoLostTheCartTooKeepsTheAddress() {
        Guest guest = member().at("/en/checkout");
        guest.forget("__Host-form");
        guest.forget("__Host-cart");
        guest.forget("__Host-checkout");

        Answer answer = guest.post("/en/checkout", "name", TYPED);
        assertThat(answer.location()).isEqualTo("/en/cart?expired");
        assertThat(guest.get(answer.location()).page()).contains(SENTENCE);

        fill(guest);
        assertThat(guest.get("/en/checkout").page()).contains(TYPED);
    }

    @Test
    void whatAnotherSiteSendsIsRefusedAndReflectedNowhere() {
        Guest guest = member();

        Answer forged = guest.forge("/ja/checkout", "name", TYPED);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.page()).doesNotContain(TYPED).contains("lang=\"ja\"", "注文も支払いも行われていません");

        Answer switched = guest.forge("/ja/checkout?typed=checkout", "name", TYPED);
        assertThat(switched.status()).isEqualTo(403);
        assertThat(switched.page()).doesNotContain(TYPED);
    }

    @TestFactory
    Stream<DynamicTest> theLanguageLinkKeepsThePlaceAndWhatWasTyped() {
        return Stream.of(
                        "/en/cart",
                        "/en/checkout",
                        "/en/checkout?to=abroad",
                        "/en/give",
                        "/en/sign-in?next=/en/me/data",
                        "/en/sign-in/code",
                        "/en/me/data/name",
                        "/en/me/data/addresses",
                        "/en/me/data/addresses/code",
                        "/en/me/thanks")
                .map(page -> dynamicTest(page, () -> switches(page)));
    }

    private void switches(String page) {
        Guest guest = member().at(page);
        String form = guest.switches();
        String[] typed = typed(texts(guest.offered(form)));

        Answer answer = guest.switchesLanguage(typed);

        assertThat(answer.status()).isEqualTo(200);
        PageForm again =
                PageForm.find(answer.html(), form.replaceFirst("/en", "/ja")).orElseThrow();
        for (int i = 0; i < typed.length; i += 2) {
            assertThat(again.fields().getFirst(typed[i])).isEqualTo(TYPED);
        }
        assertThat(again.fields().getFirst("_page")).isEqualTo(page.replaceFirst("/en", "/ja"));
        assertThat(answer.page()).doesNotContain("まだ送信されていません");
    }

    @Test
    void thePageOfARefusedFormKeepsItsPlaceInBothLanguages() {
        Guest guest = member().at("/en/cart?to=DE");

        Answer refused = guest.post("/en/cart/gift", "gift", "free", "amount", "x");
        assertThat(refused.status()).isEqualTo(422);
        Answer other = guest.switchesLanguage();

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.page()).contains("lang=\"ja\"");
        assertThat(guest.switches()).isEqualTo("/ja/cart/gift");
        assertThat(PageForm.of(other.html()).getFirst().fields().getFirst("_page"))
                .isEqualTo("/ja/cart?to=DE");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/, /en",
        "/ja/products/, /ja/products",
        "/en/cart/?to=DE, /en/cart?to=DE",
        "/en/orders, /en/checkout/check",
        "/ja/cart/gift, /ja/cart",
        "/ja/cart/lines, /ja/cart",
        "/en/gifts, /en/give/check",
        "/en/give/proof/mails, /en/give/proof",
        "/en/gifts/ABCDE-12345/key/answers, /en/gifts/ABCDE-12345/key",
        "/en/me/data/erasures, /en/me/data/erasure",
        "/ja/orders/, /ja/checkout/check",
    })
    void addressesBesideAPageLeadToIt(String address, String page) {
        Answer answer = samples.guest().get(address);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(page);
    }

    @Test
    void everyFormHasAPage() {
        assertThat(
                        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                                .filter(it -> posts(it.getMethodsCondition().getMethods()))
                                .flatMap(it -> it.getPatternsCondition().getPatterns().stream())
                                .map(pattern -> pattern.getPatternString())
                                .filter(pattern -> pattern.startsWith("/{lang"))
                                .map(FormsAgainPageTests::sample)
                                .filter(path -> home(pages.pageAt(path))))
                .isEmpty();
    }

    private static boolean posts(Set<RequestMethod> methods) {
        return methods.contains(RequestMethod.valueOf(HttpMethod.POST.name()));
    }

    private static String sample(String pattern) {
        return pattern.replaceAll("\\{[^}:]+:(\\w+)[^}]*}", "$1")
                .replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
    }

    private static boolean home(Optional<String> page) {
        return page.filter(found -> !found.equals("/en")).isEmpty();
    }

    @Test
    void nobodyIsLedAstrayByASlash() {
        assertThat(samples.guest().get("/en//example.org/").location()).isEmpty();
    }

    /** Somebody with things in the cart who is signed in, and of the staff. */
    private Guest member() {
        Guest guest = samples.signedIn(newAddress()).atDesk();
        fill(guest);
        return guest;
    }

    private void fill(Guest guest) {
        guest.at("/en/products/lap-blanket").post("/en/cart/lines");
    }
}
