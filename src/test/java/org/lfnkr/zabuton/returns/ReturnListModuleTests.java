package org.lfnkr.zabuton.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The list of returns: what Today counts is what the list shows, page after page. */
@ModuleTest
class ReturnListModuleTests {

    private static final String ADD =
            """
            with request as (
                insert into returns.request (id, order_id, reference, cause, state, refusal, asked_at, moved_at)
                select gen_random_uuid(), gen_random_uuid(), 'LISTS-' || n, 'FAULTY', state,
                       case state when 'REFUSED' then 'TOO_LATE' end, at, at
                from generate_series(1, 25) n,
                     (values ('ASKED', now()), ('ASKED', now() - interval '9 days'),
                             ('ACCEPTED', now() - interval '9 days'), ('ACCEPTED', now() - interval '31 days'),
                             ('ARRIVED', now() - interval '9 days'), ('CHECKED', now()),
                             ('REFUSED', now() - interval '90 days')) as kind (state, at)
                returning id
            )
            insert into returns.line (request, variant, quantity)
            select id, gen_random_uuid(), 2 from request
            """;

    @Autowired ReturnListStore store;
    @Autowired DatabaseClient database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @BeforeEach
    void fill() {
        Await.done(database.sql(ADD).then());
    }

    @AfterEach
    void end() {
        Await.done(
                database.sql(
                                """
                                update returns.request set state = 'REFUSED', refusal = 'SETTLED_OTHERWISE'
                                where reference like 'LISTS-%' and state <> 'REFUSED'
                                """)
                        .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "asked", "accepted", "arrived", "checked", "late", "nonsense"})
    void showsWhatIsCountedAndNothingTwice(String word) {
        ReturnFilter filter = ReturnFilter.of(word, clock.instant());
        List<ReturnRequest> all = all(filter);

        assertThat(all).hasSize((int) Await.value(store.tally(filter)).count());
        assertThat(all).extracting(ReturnRequest::id).doesNotHaveDuplicates();
        assertThat(all).extracting(ReturnRequest::askedAt).isSorted();
        assertThat(all).allMatch(it -> it.state().isOpen());
        if (filter.state() != null) {
            assertThat(all).extracting(ReturnRequest::state).containsOnly(filter.state());
        }
    }

    /** Two working days for what waits for us, thirty days for a parcel. */
    @ParameterizedTest
    @CsvSource({"ASKED, 25", "ACCEPTED, 25", "ARRIVED, 25", "CHECKED, 0"})
    void knowsWhatIsLate(ReturnState state, int late) {
        assertThat(all(ReturnFilter.of("late", clock.instant())))
                .filteredOn(it -> it.reference().startsWith("LISTS-") && it.state() == state)
                .hasSize(late);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=\0", "?state='&after='", "?after=\0", "?state=ended&after=x"})
    void whatIsForgedFiltersNothing(String forged) {
        Guest.Answer answer = new Guest(port).atDesk().get("/ja/desk/returns" + forged);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page()).contains("LISTS-").doesNotContain("??");
    }

    private List<ReturnRequest> all(ReturnFilter filter) {
        List<ReturnRequest> all = new ArrayList<>();
        UUID after = new UUID(0, 0);
        Slice<ReturnRequest> page;
        do {
            page = Await.value(store.list(filter, after));
            all.addAll(page.items());
            after = page.isEmpty() ? after : page.last().id();
        } while (page.more());
        return all;
    }

    /** The latest first, and what is open is not among it. */
    @Test
    void whatHasEndedIsShownTheLatestFirst() {
        List<ReturnRequest> ended = all(ReturnFilter.of("ended", clock.instant()));

        assertThat(ended).hasSizeGreaterThanOrEqualTo(25).noneMatch(it -> it.state().isOpen());
        assertThat(ended.stream().map(ReturnRequest::movedAt).toList())
                .isSortedAccordingTo(Comparator.<Instant>reverseOrder());
    }
}
