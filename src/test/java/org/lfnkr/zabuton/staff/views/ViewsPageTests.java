package org.lfnkr.zabuton.staff.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list with its filters is found again under a name, by whoever saved it. */
@ModuleTest
class ViewsPageTests {

    private static final String VIEWS = "/en/desk/views";
    private static final Pattern SAVE = Pattern.compile("href=\"(/en/desk/views/new\\?[^\"]+)\"");

    @LocalServerPort int port;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;

    private Guest somebody(String... roles) {
        Guest guest = new Guest(port).atDesk(roles);
        Await.done(database.sql("delete from staff.saved_view").then());
        return guest;
    }

    private static Guest.Answer save(Guest guest, String address, String name) {
        String link = VIEWS + "/new?address=" + address;
        return guest.at(link).post(VIEWS, "name", name);
    }

    @Test
    void whatTheListOffersIsSavedAndStandsAboveIt() {
        Guest guest = somebody("SHOP");
        assertThat(guest.get("/en/desk/orders").html()).doesNotContain("/desk/views/new");
        String list =
                guest.get("/en/desk/orders?state=held&from=&until=&means=konbini&before=X").html();
        Matcher link = SAVE.matcher(list);
        assertThat(link.find()).isTrue();

        String form =
                UriUtils.decode(HtmlUtils.htmlUnescape(link.group(1)), StandardCharsets.UTF_8);
        String address = form.substring(form.indexOf('=') + 1);
        Guest.Answer saved =
                guest.postUnasked(VIEWS, "name", "Held at <konbini>", "address", address);

        assertThat(guest.follow(saved).page()).contains("The view is saved");
        assertThat(guest.get(VIEWS).html())
                .contains("href=\"/en/desk/orders?state=held&amp;means=konbini\"")
                .contains("Held at &lt;konbini&gt;");
        assertThat(guest.get("/ja/desk/orders").html())
                .contains("href=\"/ja/desk/orders?state=held&amp;means=konbini\"");
        assertThat(guest.get("/en/desk/orders?state=held&means=konbini").html())
                .containsPattern("aria-current=\"page\">Held at");
        assertThat(guest.get("/en/desk/parcels").html()).doesNotContain("Held at");
    }

    @Test
    void nobodyElseSeesOrRemovesIt() {
        Guest guest = somebody("SHOP");
        save(guest, "/desk/orders?state=held", "Mine");
        Guest other = new Guest(port).atDesk("VIEWER");
        assertThat(other.get(VIEWS).page())
                .contains("You have saved none yet")
                .doesNotContain("Mine");
        String act = VIEWS + "/" + one("select id::text from staff.saved_view") + "/removals";
        other.postUnasked(act);
        assertThat(guest.at(VIEWS).get(VIEWS).page()).contains("Mine");
        assertThat(guest.follow(guest.at(VIEWS).post(act)).page()).contains("The view is removed");
        assertThat(one("select count(*)::text from staff.saved_view")).isEqualTo("0");
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    @Test
    void aNameIsAskedForAndWhatIsCalledSoIsReplaced() {
        Guest guest = somebody("SHOP");
        Guest.Answer none = save(guest, "/desk/orders?state=held", " ");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.page())
                .contains("Please give it a name")
                .contains("/desk/orders?state=held");
        assertThat(save(guest, "/desk/orders?state=held", "x".repeat(61)).status()).isEqualTo(422);
        save(guest, "/desk/orders?state=held", "Same");
        save(guest, "/desk/orders?state=paid", "Same");
        assertThat(one("select string_agg(query, ' ') from staff.saved_view"))
                .isEqualTo("?state=paid");
    }

    @Test
    void thereAreTwentyAtMost() {
        Guest guest = somebody("SHOP");
        for (int i = 0; i < Views.MOST; i++) {
            assertThat(save(guest, "/desk/orders?state=held", "View " + i).status()).isEqualTo(303);
        }
        Guest.Answer more = save(guest, "/desk/orders?state=held", "One more");
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.page()).contains("as many as there can be", "value=\"One more\"");
        assertThat(save(guest, "/desk/orders?state=paid", "View 3").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/desk/orders",
                "/desk/orders?before=X",
                "/me?state=held",
                "https://example.org/desk/orders?state=held",
                "//example.org/desk/x?y=z",
                "/desk/../me?x=y"
            })
    void whatIsNoFilteredListOfTheDeskIsNotSaved(String address) {
        Guest guest = somebody("SHOP");
        Guest.Answer answer = guest.postUnasked(VIEWS, "name", "Foreign", "address", address);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(guest.get(VIEWS).page()).doesNotContain("Foreign");
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAPageOfKeysThatEachPageOfTheDeskLeadsTo(Language language) {
        Guest guest = somebody("VIEWER");
        String keys = "/" + language.tag() + "/desk/keys";
        assertThat(guest.get("/" + language.tag() + "/desk").html())
                .contains("data-keys href=\"" + keys + "\"");
        assertThat(guest.get(keys).page())
                .contains("<kbd>j</kbd>", messages.text("staff.keys.tick", language));
    }
}
