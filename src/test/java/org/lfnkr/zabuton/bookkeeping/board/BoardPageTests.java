package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class BoardPageTests {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"from", "until", "fund", "after"})
    void whatNoEntryCanHoldIsLookedForInVain(String filter) {
        Guest viewer = new Guest(port).atDesk("VIEWER");

        assertThat(viewer.get("/en/desk/board/gifts?" + filter + "=\0").status()).isEqualTo(200);
    }

    @Test
    void saysOneDayOnceWhereNoMoreAreLookedAt() {
        String day = "/desk/board?from=2026-05-29&until=2026-05-29";
        Guest viewer = new Guest(port).atDesk("VIEWER");

        assertThat(viewer.get("/en" + day).page())
                .contains(">29 May 2026<", "of the year before: 29 May 2025. Days")
                .doesNotContain("29 May 2026 to", "29 May 2025 to");
        assertThat(viewer.get("/ja" + day).page())
                .contains(">2026年5月29日<", "（2025年5月29日）")
                .doesNotContain("5月29日〜");
        assertThat(viewer.get("/en" + day.replace("29&", "28&")).page())
                .contains(">28 May 2026 to 29 May 2026<");
    }
}
