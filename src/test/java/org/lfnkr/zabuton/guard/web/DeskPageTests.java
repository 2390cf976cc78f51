package org.lfnkr.zabuton.guard.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

@ModuleTest
class DeskPageTests {

    @LocalServerPort int port;
    @Autowired Guard guard;

    @AfterEach
    void restore() {
        Await.done(guard.set(Gate.GIVE, GateMode.WATCHFUL, "test"));
    }

    @Test
    void staffCloseTheGateByAForm() {
        Guest staff = staff();

        Guest.Answer act = staff.at("/ja/desk/gates").post("/ja/desk/gates/GIVE", "mode", "CLOSED");
        assertThat(act.status()).isEqualTo(303);
        assertThat(staff.follow(act).page()).contains("設定しました。いまはだれも寄付できません。");
        assertThat(staff.follow(act).page()).as("once").doesNotContain("設定しました。");
        assertThat(Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next()).mode())
                .isEqualTo(GateMode.CLOSED);
    }

    /** Each page of the menu, and none beside it. */
    @ParameterizedTest
    @EnumSource
    void theMenuMarksThePageThatIsShown(Language language) {
        Guest staff = staff();
        String desk = "/" + language.tag() + "/desk/";
        String page = "<a href=\"(" + desk + "\\w+)\"";
        Set<String> pages =
                links(staff.get(desk + "gates").page(), page).stream()
                        .flatMap(entry -> links(staff.get(entry).page(), page).stream())
                        .collect(toSet());

        assertThat(pages).hasSizeGreaterThan(7);
        assertThat(pages)
                .allSatisfy(
                        shown ->
                                assertThat(
                                                links(
                                                        staff.get(shown).page(),
                                                        "<a href=\"([^\"]*)\" aria-current=\"page\""))
                                        .containsExactly(shown));
    }

    private static List<String> links(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).toList();
    }

    @Test
    void aFormThatAnotherSiteSendsChangesNothing() {
        assertThat(staff().forge("/ja/desk/gates/GIVE").status()).isEqualTo(403);
        assertThat(Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next()).mode())
                .isEqualTo(GateMode.WATCHFUL);
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }
}
