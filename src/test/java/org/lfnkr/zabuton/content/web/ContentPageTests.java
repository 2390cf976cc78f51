package org.lfnkr.zabuton.content.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@ModuleTest
class ContentPageTests {

    private static final List<String> PAGES =
            List.of(
                    "about",
                    "faq",
                    "contact",
                    "disclosure",
                    "privacy",
                    "how-we-count",
                    "gift-terms",
                    "accessibility");

    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void everyPageIsThereAndLinkedFromTheFooter(Language language) {
        String footer = page(language, "about").replaceAll("(?s).*<footer", "");

        for (String page : PAGES) {
            assertThat(page(language, page)).contains("<html lang=\"" + language.tag() + "\"");
            assertThat(footer).contains("href=\"/" + language.tag() + "/" + page + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordStandsOnAPage(Language language) throws IOException {
        String words =
                PAGES.stream().map(it -> page(language, it)).collect(Collectors.joining("\n"));

        for (String line : messages(language)) {
            String text = line.substring(line.indexOf('=') + 1);
            assertThat(words).as(line).contains(text.replaceFirst("\\{0}", ""));
        }
    }

    @Test
    void theDisclosureNamesTheSeller() {
        assertThat(page(Language.JA, "disclosure"))
                .contains("販売業者", "北朝鮮難民救援基金", "販売事業 事務局", "返品・交換");
    }

    @ParameterizedTest
    @EnumSource
    void everyCookieOfTheShopIsNamedWithWhatItIsForAndHowLongItIsKept(Language language) {
        Map<String, Duration> ages = cookies();
        assertThat(ages).hasSizeGreaterThan(5).containsKey("__Host-give");
        get(language, "give")
                .getResponseCookies()
                .forEach((name, set) -> ages.put(name, set.getFirst().getMaxAge()));
        assertThat(ages).containsKey("__Host-form");

        Map<String, String> told = told(page(language, "privacy"));

        assertThat(told).containsKeys(ages.keySet().toArray(String[]::new));
        ages.forEach((name, age) -> assertThat(told.get(name)).contains(words(age, language)));
    }

    private static Map<String, String> told(String html) {
        return Pattern.compile("(?s)<dt[^>]*>([^<]*)</dt>\\s*<dd[^>]*>(.*?)</dd>")
                .matcher(html)
                .results()
                .collect(toMap(it -> it.group(1).strip(), it -> it.group(2)));
    }

    private static String words(Duration age, Language language) {
        boolean days = age.toMinutes() % (24 * 60) == 0;
        boolean hours = age.toMinutes() % 60 == 0;
        long count = days ? age.toDays() : hours ? age.toHours() : age.toMinutes();
        if (language == Language.JA) {
            return count + (days ? "日間" : hours ? "時間" : "分間");
        }
        String unit = days ? "day" : hours ? "hour" : "minute";
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** Those that any class of the shop holds as a constant, and how long a browser keeps each. */
    private static Map<String, Duration> cookies() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.lfnkr.zabuton")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(HostCookie.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(ContentPageTests::cookie)
                        .collect(toMap(it -> "__Host-" + it.name(), HostCookie::age));
    }

    private static HostCookie cookie(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return (HostCookie) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTermsOfGiftsSayTheirVersion() {
        assertThat(page(Language.EN, "gift-terms")).contains("Version of 22 November 2026");
        assertThat(page(Language.JA, "gift-terms")).contains("2026年11月22日版");
    }

    /** Except the sentences beside a gift's box, which the pages show on which it is given. */
    private static List<String> messages(Language language) throws IOException {
        String file = "src/main/resources/messages/content_" + language.tag() + ".properties";
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.contains("="))
                .filter(line -> !line.startsWith("content.gift-terms.agreement"))
                .toList();
    }

    private String page(Language language, String name) {
        byte[] body = get(language, name).getResponseBody();
        String html = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
        return HtmlUtils.htmlUnescape(html);
    }

    private EntityExchangeResult<byte[]> get(Language language, String name) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/{language}/{page}", language.tag(), name)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
