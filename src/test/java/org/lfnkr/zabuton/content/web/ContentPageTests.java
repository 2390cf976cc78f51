package org.lfnkr.zabuton.content.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    void everyCookieOfTheShopIsNamedWithWhatItIsFor(Language language) {
        Set<String> formCookies = get(language, "give").getResponseCookies().keySet();
        List<String> constants = cookies();

        assertThat(constants).hasSizeGreaterThan(5).contains("__Host-give");
        assertThat(formCookies).isNotEmpty();
        assertThat(terms(page(language, "privacy")))
                .containsAll(constants)
                .containsAll(formCookies);
    }

    private static List<String> terms(String html) {
        return Pattern.compile("<dt[^>]*>(.*?)</dt>")
                .matcher(html)
                .results()
                .map(term -> term.group(1).strip())
                .toList();
    }

    /** Those that any class of the shop holds as a constant. */
    private static List<String> cookies() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.lfnkr.zabuton")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(HostCookie.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> "__Host-" + name(field))
                        .toList();
    }

    private static String name(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return ((HostCookie) Objects.requireNonNull(field.get(null))).name();
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
