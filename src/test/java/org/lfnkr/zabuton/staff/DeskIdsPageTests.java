package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.util.MultiValueMap;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** No id in an address of the desk opens or changes what does not belong to it. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class DeskIdsPageTests {

    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

    @Autowired ApplicationContext application;
    @Autowired PaidOrders paid;
    @Autowired TestDatabase database;
    @Autowired Messages messages;
    @LocalServerPort int port;

    /** Whoever may send a form sends it of something that there isn't. */
    @ParameterizedTest
    @ValueSource(strings = {"x", NOBODYS, "ABCDE-FGHJK", "..%2F..", "%E7%B1%B3'%22%3C", "-1"})
    void aFormOfWhatIsNotThereChangesNothing(String id) throws SQLException {
        Map<Role, Guest> staff = new EnumMap<>(Role.class);
        DeskMatrixPageTests.MATRIX.forEach(
                (route, roles) -> roles.forEach(role -> staff.computeIfAbsent(role, this::guest)));
        List<String> before = rows();

        DeskMatrixPageTests.MATRIX.forEach(
                (route, roles) ->
                        send(
                                Objects.requireNonNull(staff.get(roles.iterator().next())),
                                route,
                                id));

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsLostAtTheDeskIsLedBackToIt(Language language) {
        String desk = "/" + language.tag() + "/desk";

        assertThat(new Guest(port).atDesk("FINANCE").get(desk + "/transfers/" + NOBODYS).page())
                .contains(
                        messages.text("web.error.missing-at-desk.title", language),
                        messages.text("web.error.to-desk", language))
                .doesNotContain(messages.text("web.error.to-products", language), "??");
        assertThat(new Guest(port).get("/" + language.tag() + "/nothing").page())
                .contains(messages.text("web.error.to-products", language))
                .doesNotContain(messages.text("web.error.to-desk", language), "??");
    }

    /** A button that somebody took out of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"/en/desk/gates/give", "/en/desk/thanks/" + NOBODYS})
    void aFormThatLacksItsChoiceIsNotUnderstood(String form) {
        assertThat(new Guest(port).atDesk("SHOP").postUnasked(form).status()).isEqualTo(400);
    }

    private Guest guest(Role role) {
        return new Guest(port).atDesk(role.name());
    }

    private static void send(Guest staff, String route, String id) {
        if (!route.startsWith("POST") || !route.contains("{")) {
            return;
        }
        String path = "/en" + route.replace("POST ", "").replaceAll("\\{\\w+}", id);
        Guest.Answer answer = staff.postUnasked(path);
        assertThat(answer.status()).as(route).isIn(303, 400, 404);
        if (answer.status() == 303) {
            assertThat(staff.follow(answer).status()).as(route).isIn(200, 404);
        }
    }

    /** A parcel of one order, in the address of another. */
    @Test
    void aParcelAnswersOnlyBelowItsOrder() throws SQLException {
        Order one = paid.paid(Language.EN, 1, "HAT-WOOL");
        Order other = paid.paid(Language.EN, 1, "HAT-WOOL");
        SentOrders.send(application, one);

        assertForeign("/en/desk/parcels/" + one.id().value(), one.id().value(), other.id().value());
    }

    @Test
    void aVariantAnswersOnlyBelowItsProduct() throws SQLException {
        Guest staff = new Guest(port).atDesk();
        String foreign = "/en/desk/products/knit-hat/variants/CUSHION-INDIGO";

        assertThat(staff.get(foreign).status()).isEqualTo(404);
        assertForeign(
                "/en/desk/products/knit-cushion/variants/CUSHION-INDIGO",
                "knit-cushion",
                "knit-hat");
    }

    @Test
    void aPictureAnswersOnlyBelowItsProduct() throws SQLException {
        String pictures = "/en/desk/products/knit-cushion/pictures";
        Map<String, String> words = Map.of("altEn", "Wool", "altJa", "毛");
        new Guest(port)
                .atDesk("EDITOR")
                .at(pictures)
                .bring(pictures, words, "file", BroughtFiles.jpeg(600, 600));

        assertForeign(pictures, "knit-cushion", "knit-hat");
    }

    /** Each form that a page offers of something inside, sent as if it were inside of another. */
    private void assertForeign(String page, Object own, Object other) throws SQLException {
        Guest staff = new Guest(port).atDesk();
        List<PageForm> forms =
                PageForm.of(staff.get(page).html()).stream()
                        .filter(form -> form.action().matches(".*/" + own + "/.+/.+"))
                        .toList();
        List<String> before = rows();

        assertThat(forms).isNotEmpty();
        for (PageForm form : forms) {
            String foreign = form.action().replace("/" + own + "/", "/" + other + "/");
            assertThat(staff.postUnasked(foreign, pairs(form.fields())).status())
                    .as(foreign)
                    .isIn(303, 404);
        }
        assertThat(rows()).isEqualTo(before);
    }

    /** Somebody's session and passkey, named by somebody else who is signed in. */
    @Test
    void nobodyEndsAnothersSession() {
        Guest one = new Guest(port).atDesk("SHOP");
        Guest other = new Guest(port).atDesk("FINANCE");
        List<PageForm> endings =
                PageForm.of(one.get("/en/desk/account").html()).stream()
                        .filter(form -> form.action().matches(".*/account/\\w+/.+"))
                        .toList();

        assertThat(endings).isNotEmpty();
        endings.forEach(form -> other.postUnasked(form.action(), pairs(form.fields())));

        assertThat(one.get("/en/desk/account").status()).isEqualTo(200);
    }

    private static String[] pairs(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(
                        field ->
                                field.getValue().stream()
                                        .flatMap(it -> List.of(field.getKey(), it).stream()))
                .toArray(String[]::new);
    }

    private static final Set<String> LOOKED_AT = Set.of("staff.session ", "staff.recovery_try ");

    /** All that is stored, without when somebody was last seen. */
    private List<String> rows() throws SQLException {
        return Snapshot.of(database).stream()
                .filter(row -> LOOKED_AT.stream().noneMatch(row::startsWith))
                .toList();
    }
}
