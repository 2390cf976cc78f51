package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Set;

/** What a browser or a proxy may keep of us. */
@ModuleTest
@Import(SignInSamples.class)
class CachePageTests {

    /** The same for everybody, and meant to be kept. */
    private static final List<String> KEPT = List.of("/pictures/", "/en/postal-codes/");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** Pages of the desk's door that only lead to another. */
    private static final Set<String> LEADING_ON =
            Set.of(
                    "/en/desk/invitations/x",
                    "/en/desk/spare/links/x",
                    "/en/desk/development",
                    "/en/desk/development/passkey");

    @Autowired SignInSamples samples;

    @Test
    void whatMayBeSomebodysIsKeptByNobody() {
        Guest member = samples.signedIn(SignInSamples.newAddress());
        Guest staff = samples.guest().atDesk();
        Guest admin = samples.guest().atDesk("ADMIN");

        assertThat(pages()).hasSizeGreaterThan(40);
        assertThat(pages())
                .filteredOn(page -> KEPT.stream().noneMatch(page::startsWith))
                .allSatisfy(page -> assertNotKept(member.get(page)))
                .filteredOn(page -> page.startsWith("/en/desk"))
                .filteredOn(page -> !LEADING_ON.contains(page))
                .isNotEmpty()
                .allSatisfy(
                        page ->
                                assertThat(
                                                List.of(
                                                        staff.get(page).status(),
                                                        admin.get(page).status()))
                                        .contains(found(page)))
                .allSatisfy(page -> assertNotKept(staff.get(page)))
                .allSatisfy(page -> assertNotKept(admin.get(page)));
    }

    /** Nothing is called x. */
    private static int found(String page) {
        return page.contains("/x") ? 404 : 200;
    }

    private static void assertNotKept(Guest.Answer answer) {
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private List<String> pages() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().toString().equals("[GET]"))
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                .map(pattern -> pattern.getPatternString())
                .map(path -> path.replaceFirst("\\{lang[^}]*}", "en").replaceAll("\\{[^}]*}", "x"))
                .toList();
    }
}
