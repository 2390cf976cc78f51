package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

/** What search engines read of the shop. */
@ModuleTest
class FoundPageTests {

    private static final Pattern LINK = Pattern.compile("<a href=\"(/en[^\"?#]*)");

    @Autowired Site site;
    @LocalServerPort int port;

    @Test
    void robotsAreLedToTheSitemap() {
        assertThat(new Guest(port).get("/robots.txt").html())
                .contains("Sitemap: " + site.origin() + "/sitemap.xml");
    }

    @Test
    void everyAddressOfTheSitemapIsThereAndIsTheOnlyOneOfItsPage() {
        assertThat(addresses()).hasSizeGreaterThan(22).doesNotHaveDuplicates();
        assertThat(addresses()).allSatisfy(this::assertCanonical);
    }

    private void assertCanonical(String address) {
        Guest.Answer answer = new Guest(port).get(path(address));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html())
                .contains("<link rel=\"canonical\" href=\"" + address + "\">")
                .contains("hreflang=\"x-default\"")
                .doesNotContain("content=\"noindex\"");
    }

    @Test
    void everyPageNamesItselfInBothLanguagesAndForAllOthers() {
        NodeList pages = map().getElementsByTagName("url");
        assertThat(IntStream.range(0, pages.getLength()).mapToObj(pages::item))
                .allSatisfy(page -> assertAlternates((Element) page));
    }

    private static void assertAlternates(Element page) {
        NodeList links = page.getElementsByTagName("xhtml:link");
        assertThat(
                        IntStream.range(0, links.getLength())
                                .mapToObj(place -> (Element) links.item(place))
                                .map(link -> link.getAttribute("hreflang")))
                .containsExactlyInAnyOrder("en", "ja", "x-default");
    }

    /** A page that is added later is not forgotten: whatever the shop leads to and may be found. */
    @Test
    void whatHomeAndShelfLeadToIsInTheSitemap() {
        List<String> known = addresses();
        Stream<String> linked =
                Stream.of("/en", "/en/products")
                        .flatMap(page -> LINK.matcher(new Guest(port).get(page).html()).results())
                        .map(link -> link.group(1))
                        .distinct()
                        .filter(this::mayBeFound);
        assertThat(linked)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(known).contains(site.origin() + path));
    }

    private boolean mayBeFound(String path) {
        Guest.Answer answer = new Guest(port).get(path);
        return answer.status() == 200 && !answer.html().contains("content=\"noindex\"");
    }

    private String path(String address) {
        return address.substring(site.origin().toString().length());
    }

    private List<String> addresses() {
        NodeList found = map().getElementsByTagName("loc");
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> found.item(place).getTextContent())
                .toList();
    }

    private Document map() {
        byte[] xml = new Guest(port).get("/sitemap.xml").html().getBytes(StandardCharsets.UTF_8);
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError("Not a sitemap", e);
        }
    }
}
