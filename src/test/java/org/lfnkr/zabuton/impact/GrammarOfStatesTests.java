package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grammar follows the state: <i>could fund</i>, <i>funds</i>, <i>bought</i>, <i>delivered</i>.
 * Every message of both languages is held against it. A verb stands in the messages of its own
 * state, and in those that explain the verbs or speak of what will be so once it is so; each of
 * these is named here.
 */
class GrammarOfStatesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    enum Verb {
        COULD_FUND(
                "could (fund|go toward)|can fund|could buy|can buy",
                "見込み(です|か|$)|買えます|まかなえます",
                "impact.sentence.could-fund",
                "impact.remainder.could-fund",
                "giving.meaning",
                "content.faq.could",
                "content.how-we-count.word.could-fund",
                "storefront.home.promise.text",
                "storefront.shelf.to",
                // For staff, of what the shelf says or can't say yet.
                "catalog.claim",
                "storefront.opening.outcome.until",
                "storefront.opening.policy.until",
                // Names the figure that was shown before the order.
                "content.privacy.cookie.figure",
                // Of days, not of money.
                "storefront.next.arrive.detail",
                "storefront.next.on-the-way.detail",
                "orders.mail.paid.next"),
        FUNDS(
                "\\bfunds (it|\\{|nothing)|\\bthis funds\\b|^funds$|goes toward|was funded|they"
                        + " fund",
                "資金(の一部)?になりました|^資金になりました|あてられます",
                "impact.sentence.funds",
                "impact.sentence.bought.part",
                "impact.sentence.fell-short",
                "impact.remainder",
                "content.faq.could.1",
                "content.how-we-count.word",
                // The noun.
                "reporting.funds",
                // What the profit is for, of whatever is sold.
                "content.about.work.2",
                // Gifts that have arrived.
                "receipts.statements.lead",
                "receipts.statement.lead"),
        BOUGHT(
                "\\bbuys\\b|\\bbought\\b|\\bpurchased\\b|\\bgone toward\\b",
                "購入しました|購入し、|購入済み|購入する資金|購入を終え|買いました|買います|買った",
                "impact.sentence.bought",
                "impact.sentence.partly",
                // Of what was bought, and is put right.
                "impact.correction.",
                // Follows a purchase that is noted; and the desk that notes it.
                "trail.bought",
                "outcomes.",
                // For staff, of what a disbursement is to buy.
                "disbursements.",
                "evidence.picture.reason",
                "reporting.disbursement",
                "reporting.falls.figure.bought",
                "audit.",
                "impact.cause.money",
                "content.about.truth.1",
                "content.faq.could",
                "content.how-we-count.word.bought",
                "content.how-we-count.word.fell-short.text",
                // What follows if prices change, and what can no longer be given back.
                "content.gift-terms.use.2",
                "content.gift-terms.back.1",
                // Once it is so.
                "storefront.home.lead",
                "giving.next.use.detail",
                "giving.next.arrive.detail",
                "giving.next.rest.detail"),
        DELIVERED(
                "\\bdelivered\\b|reached the people",
                "届けました|届けた|手に渡りました",
                "impact.sentence.delivered",
                "impact.sentence.partly-delivered",
                "impact.correction.delivered",
                // Sent once it is so.
                "outcomes.mail.delivered",
                "outcomes.quiet.lead",
                "counted.",
                "audit.reason.",
                "reporting.falls.figure.delivered",
                "content.how-we-count.word.delivered",
                // Of a mail.
                "letters.data.state.undeliverable",
                "mail.desk.none",
                "mail.undelivered.letter"),
        /** Of no state: more than anybody can know. */
        NONE("made possible|becomes rice$|feeds", "実現しま|お米になります|救いま", "storefront.home.headline");

        private final Pattern en;
        private final Pattern ja;
        private final List<String> places;

        Verb(String en, String ja, String... places) {
            this.en = Pattern.compile(en, Pattern.CASE_INSENSITIVE);
            this.ja = Pattern.compile(ja);
            this.places = List.of(places);
        }

        boolean isSaidBy(String key) {
            return places.stream().anyMatch(key::startsWith);
        }

        Pattern in(String language) {
            return language.equals("en") ? en : ja;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVerbStandsOnlyInMessagesOfItsState(Verb verb) throws IOException {
        for (String language : List.of("en", "ja")) {
            assertThat(saying(verb, language))
                    .as("messages in %s that say %s", language, verb)
                    .allMatch(verb::isSaidBy);
        }
    }

    /** The states' own sentences say their verb, or the check above would check nothing. */
    @ParameterizedTest
    @EnumSource(
            value = Verb.class,
            names = {"COULD_FUND", "FUNDS", "BOUGHT", "DELIVERED"})
    void eachStateSaysItsVerb(Verb verb) throws IOException {
        String key = "impact.sentence." + verb.name().toLowerCase().replace('_', '-');
        for (String language : List.of("en", "ja")) {
            assertThat(saying(verb, language)).contains(key);
        }
    }

    /** What is half done says both verbs, and so that neither is more than has happened. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".all", ".whole"})
    void whatHasArrivedInPartWasBoughtInPart(String variant) throws IOException {
        String key = "impact.sentence.partly-delivered" + variant;
        for (String language : List.of("en", "ja")) {
            assertThat(saying(Verb.BOUGHT, language))
                    .contains(key, "impact.sentence.partly-bought");
            assertThat(saying(Verb.DELIVERED, language))
                    .contains(key)
                    .doesNotContain("impact.sentence.partly-bought");
        }
    }

    /** Every state has its sentence; a new one can't be forgotten. */
    @ParameterizedTest
    @EnumSource
    void everyStateHasASentence(ImpactState state) throws IOException {
        for (String language : List.of("en", "ja")) {
            assertThat(messages(language).stringPropertyNames())
                    .contains("impact.sentence." + Words.code(state));
        }
    }

    /** A sentence comes from {@link ImpactSentence} alone, so that no page picks a state itself. */
    @ParameterizedTest
    @ValueSource(strings = {"impact.sentence.", "impact.remainder."})
    void noTemplatePicksAState(String key) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(key));
        }
    }

    private static List<String> saying(Verb verb, String language) throws IOException {
        Properties all = messages(language);
        return all.stringPropertyNames().stream()
                .filter(key -> verb.in(language).matcher(all.getProperty(key)).find())
                .sorted()
                .toList();
    }

    private static Properties messages(String language) throws IOException {
        Properties all = new Properties();
        Path folder = RESOURCES.resolve("messages");
        for (String name : Arrays.asList(folder.toFile().list())) {
            if (name.endsWith("_" + language + ".properties")) {
                try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
                    all.load(reader);
                }
            }
        }
        return all;
    }
}
