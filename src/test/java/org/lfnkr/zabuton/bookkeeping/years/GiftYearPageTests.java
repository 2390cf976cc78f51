package org.lfnkr.zabuton.bookkeeping.years;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Clock;

@ModuleTest
class GiftYearPageTests {

    @LocalServerPort int port;
    @Autowired Messages messages;
    @Autowired Clock clock;

    @ParameterizedTest
    @EnumSource
    void theYearThatRunsLeadsToTheOneBeforeAndNothingToOnesToCome(Language language) {
        int year = BusinessDate.of(clock.instant()).getYear();
        Guest staff = new Guest(port).atDesk("FINANCE");
        String root = "/" + language.tag() + "/desk/gift-years";
        assertThat(staff.get("/" + language.tag() + "/desk/books").page())
                .contains("href=\"" + root + "\"");

        String title = messages.text("bookkeeping.years.of", language, String.valueOf(year));
        String running = staff.get(root).page();
        assertThat(running)
                .contains("<h1>" + title + "</h1>")
                .contains("href=\"" + root + "?year=" + (year - 1) + "\"")
                .doesNotContain("year=" + (year + 1), "??");
        for (String odd : new String[] {"?year=" + (year + 5), "?year=20x6&after=-1"}) {
            assertThat(staff.get(root + odd).page()).contains("<h1>" + title + "</h1>");
        }
        assertThat(staff.get(root + "?year=" + (year - 1)).page())
                .contains(messages.text("bookkeeping.years.none", language))
                .contains("href=\"" + root + "?year=" + year + "\"");
    }
}
