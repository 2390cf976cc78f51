package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.MemberRoutes;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every address and every action of my page, tried by everybody. The routes come from the running
 * application: a new one fails here until {@link #SAMPLES} says how to call it.
 */
@ModuleTest
@Import(SignInSamples.class)
class MemberMatrixPageTests {

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z|-]+)}$");

    /** The routes of my page; one that names a thing of its owner has a way to make one. */
    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample("GET /{lang}/me"),
                    new Sample("GET /{lang}/me/consents"),
                    new Sample("POST /{lang}/me/consents/withdrawals"),
                    new Sample("GET /{lang}/me/data"),
                    new Sample("GET /{lang}/me/data/addresses"),
                    new Sample("GET /{lang}/me/data/addresses/code"),
                    new Sample("GET /{lang}/me/data/copy.json"),
                    new Sample("GET /{lang}/me/data/copy.pdf"),
                    new Sample("GET /{lang}/me/data/erasure"),
                    new Sample("GET /{lang}/me/data/name"),
                    new Sample("GET /{lang}/me/giving"),
                    new Sample(
                            "GET /{lang}/me/giving/charges/{payment}",
                            MemberMatrixPageTests::charge),
                    new Sample("GET /{lang}/me/giving/{reference}", MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/days", MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/pauses",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/purposes",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/resumptions",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/stop", MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/terms", MemberMatrixPageTests::plan),
                    new Sample(
                            "GET /{lang}/me/giving/{reference}/undoings",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/cards",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/days", MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/pauses",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/purposes",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/repairs",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/resumptions",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/stops",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/terms",
                            MemberMatrixPageTests::plan),
                    new Sample(
                            "POST /{lang}/me/giving/{reference}/undoings",
                            MemberMatrixPageTests::plan),
                    new Sample("GET /{lang}/me/thanks"),
                    new Sample("POST /{lang}/me/thanks"),
                    new Sample("GET /{lang}/me/thanks/{name}", MemberMatrixPageTests::name),
                    new Sample(
                            "POST /{lang}/me/thanks/{name}/successors",
                            MemberMatrixPageTests::name),
                    new Sample(
                            "POST /{lang}/me/thanks/{name}/withdrawals",
                            MemberMatrixPageTests::name),
                    new Sample("GET /{lang}/me/receipts"),
                    new Sample("GET /{lang}/me/receipts/form"),
                    new Sample("POST /{lang}/me/receipts"),
                    new Sample(
                            "GET /{lang}/me/receipts/{receipt}/document.pdf",
                            MemberMatrixPageTests::receipt),
                    new Sample(
                            "GET /{lang}/me/receipts/{receipt}/form",
                            MemberMatrixPageTests::receipt),
                    new Sample(
                            "POST /{lang}/me/receipts/{receipt}/successors",
                            MemberMatrixPageTests::receipt),
                    new Sample("GET /{lang}/me/statements/{year}.pdf", MemberMatrixPageTests::year),
                    new Sample("GET /{lang}/me/sessions"),
                    new Sample("POST /{lang}/me/data/addresses"),
                    new Sample("POST /{lang}/me/data/addresses/code"),
                    new Sample(
                            "POST /{lang}/me/data/addresses/{joined}/separations",
                            MemberMatrixPageTests::joined),
                    new Sample("POST /{lang}/me/data/erasures"),
                    new Sample("POST /{lang}/me/data/name"),
                    new Sample("POST /{lang}/me/sessions/endings"),
                    new Sample(
                            "POST /{lang}/me/sessions/{ended}/endings",
                            MemberMatrixPageTests::ended),
                    new Sample("POST /{lang}/me/sign-outs"));

    private static final List<String> OF_GIVER =
            List.of("{reference}", "{payment}", "{receipt}", "{year}");

    private static final EmailAddress giver = newAddress();
    private static String plan = "";

    @Autowired SignInSamples samples;
    @Autowired ApplicationContext application;
    @Autowired MovableClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired List<MemberRoutes> memberRoutes;
    @Autowired List<PublicRoutes> publicRoutes;

    /** Somebody with a session of their own. */
    record Owner(EmailAddress email, Guest guest, SignInSamples samples) {}

    /** Makes a thing of the owner's and says the path that names it. */
    interface Path {
        String of(Owner owner, String route);
    }

    record Sample(String route, Path path) {

        Sample(String route) {
            this(route, (owner, pattern) -> pattern);
        }

        String pathOf(Owner owner) {
            String pattern = route.substring(route.indexOf(' ') + 1).replace("{lang}", "en");
            return path.of(owner, pattern);
        }

        boolean names() {
            return route.replace("{lang}", "").contains("{");
        }

        boolean reads() {
            return route.startsWith("GET");
        }
    }

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void everyRouteOfMyPageIsForMembersOnly() {
        assertThat(handled().filter(route -> route.contains(" /{lang}/me")))
                .allMatch(member()::contains);
        assertThat(open()).doesNotContainAnyElementsOf(member());
    }

    /** The desk's are for staff, and shut to everybody here. */
    @Test
    void everyRouteOfTheApplicationIsListed() {
        assertThat(handled())
                .filteredOn(route -> !route.contains(" /{lang}/desk"))
                .allMatch(route -> member().contains(route) || open().contains(route));
    }

    @Test
    void everyRouteOfMyPageIsTriedHere() {
        Set<String> tried =
                SAMPLES.stream().map(Sample::route).collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried).isEqualTo(new TreeSet<>(member()));
    }

    @TestFactory
    Stream<DynamicTest> strangersAreLedToTheSignIn() {
        return SAMPLES.stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> isShut(sample, owner(sample), samples.guest())));
    }

    @TestFactory
    Stream<DynamicTest> anExpiredSessionOpensNothing() {
        return SAMPLES.stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> {
                                            Owner owner = owner(sample);
                                            String path = sample.pathOf(owner);
                                            clock.advance(Duration.ofDays(61));
                                            isShut(sample, path, owner.guest());
                                            clock.reset();
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> aRevokedSessionOpensNothing() {
        return SAMPLES.stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> {
                                            Owner owner = owner(sample);
                                            String path = sample.pathOf(owner);
                                            samples.revoke(owner.email());
                                            isShut(sample, path, owner.guest());
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> theOwnerGoesIn() {
        return SAMPLES.stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> {
                                            Owner owner = owner(sample);
                                            Answer answer =
                                                    call(
                                                            sample,
                                                            sample.pathOf(owner),
                                                            owner.guest());
                                            assertThat(answer.status()).isIn(200, 303, 422);
                                            assertThat(answer.location()).doesNotContain("next=");
                                            isKeptNowhere(answer);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> anotherSeesNothingOfTheOwners() {
        return SAMPLES.stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> {
                                            Owner owner = owner(sample);
                                            String path = sample.pathOf(owner);
                                            Answer answer = call(sample, path, newOwner().guest());
                                            assertThat(answer.page())
                                                    .doesNotContain(owner.email().value());
                                            if (sample.names()) {
                                                assertThat(answer.status()).isEqualTo(404);
                                            }
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> aFormWithoutItsTokenDoesNothing() {
        return SAMPLES.stream()
                .filter(sample -> !sample.reads())
                .map(
                        sample ->
                                dynamicTest(
                                        sample.route(),
                                        () -> {
                                            Owner owner = owner(sample);
                                            String path = sample.pathOf(owner);
                                            assertThat(owner.guest().forge(path).status())
                                                    .isEqualTo(403);
                                        }));
    }

    /** Whoever has a plan has it for all of these tests: making one takes a while. */
    private Owner owner(Sample sample) {
        return OF_GIVER.stream().anyMatch(sample.route()::contains) ? giver() : newOwner();
    }

    private Owner newOwner() {
        return owner(newAddress());
    }

    private Owner owner(EmailAddress email) {
        return new Owner(email, samples.signedIn(email), samples);
    }

    private Owner giver() {
        if (plan.isEmpty()) {
            new GiftSamples(application).given(GiftSamples.wish(giver, Frequency.MONTHLY));
            String page = owner(giver).guest().get("/en/me/giving").page();
            plan = page.replaceAll("(?s).*?href=\"/en/me/giving/([^\"/]+)\".*", "$1");
        }
        return owner(giver);
    }

    private static void isShut(Sample sample, Owner owner, Guest guest) {
        isShut(sample, sample.pathOf(owner), guest);
    }

    private static void isShut(Sample sample, String path, Guest guest) {
        Answer answer = call(sample, path, guest);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location())
                .startsWith("/en/sign-in?next=" + (sample.reads() ? path : "/en/me"));
        assertThat(answer.page()).isEmpty();
        isKeptNowhere(answer);
    }

    private static void isKeptNowhere(Answer answer) {
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    /** With answers to those forms that take no other. */
    private static Answer call(Sample sample, String path, Guest guest) {
        return sample.reads()
                ? guest.get(path)
                : guest.postUnasked(path, "day", "1", "charges", "1");
    }

    private Stream<String> handled() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(this::routes);
    }

    private Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(
                        method ->
                                mapping.getPatternsCondition().getPatterns().stream()
                                        .map(PathPattern::getPatternString)
                                        .flatMap(MemberMatrixPageTests::plain)
                                        .map(pattern -> method + " " + pattern));
    }

    /**
     * Without expressions: {@code /{lang:en|ja}} is {@code /{lang}}, and a last part with a choice,
     * as in {@code /{page:about|faq}}, is each of its words.
     */
    private static Stream<String> plain(String pattern) {
        String words = pattern.replace("{lang:en|ja}", "{lang}");
        Matcher choice = CHOICE.matcher(words);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|")).map(choice::replaceFirst)
                : Stream.of(words);
    }

    private Set<String> member() {
        return memberRoutes.stream()
                .flatMap(routes -> all(routes.method(), routes.patterns()))
                .collect(Collectors.toSet());
    }

    private Set<String> open() {
        return publicRoutes.stream()
                .flatMap(routes -> all(routes.method(), routes.patterns()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> all(HttpMethod method, List<String> patterns) {
        return patterns.stream().map(pattern -> method + " " + pattern);
    }

    private static String plan(Owner giver, String route) {
        return route.replace("{reference}", plan);
    }

    private static String charge(Owner giver, String route) {
        String page = giver.guest().get("/en/me/giving").page();
        return route.replace("{payment}", page.replaceAll("(?s).*?/charges/([^\"]+)\".*", "$1"));
    }

    private static String receipt(Owner giver, String route) {
        String page = giver.guest().get("/en/me/receipts").page();
        if (page.contains("scope=")) {
            String scope = page.replaceAll("(?s).*?scope=([^\"]+)\".*", "$1");
            Guest at = giver.guest().at("/en/me/receipts/form?scope=" + scope);
            at.post("/en/me/receipts", "name", "Name");
            page = giver.guest().get("/en/me/receipts").page();
        }
        String receipt = page.replaceAll("(?s).*?/receipts/([^/]+)/document.*", "$1");
        return route.replace("{receipt}", receipt);
    }

    private static String year(Owner giver, String route) {
        String page = giver.guest().get("/en/me/receipts").page();
        return route.replace("{year}", page.replaceAll("(?s).*?/statements/(\\d+).*", "$1"));
    }

    private static String name(Owner giver, String route) {
        giver.guest().at("/en/me/thanks").post("/en/me/thanks", "alias", "Name");
        String page = giver.guest().get("/en/me/giving").page();
        return route.replace("{name}", page.replaceAll("(?s).*?/me/thanks/([^\"]+)\".*", "$1"));
    }

    private static String joined(Owner owner, String route) {
        return owner.samples().joinedWithAnother(owner.email());
    }

    private static String ended(Owner owner, String route) {
        owner.samples().signedIn(owner.email());
        String page = owner.guest().get("/en/me/sessions").page();
        return page.replaceAll("(?s).*?action=\"(/en/me/sessions/[^\"/]+/endings)\".*", "$1");
    }
}
