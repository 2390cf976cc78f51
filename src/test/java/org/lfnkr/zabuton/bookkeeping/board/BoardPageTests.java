package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

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
}
