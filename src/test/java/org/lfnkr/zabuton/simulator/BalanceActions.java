package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;

/** The dashboard's part about the balance: what Stripe, the bank and other tools can do to it. */
record BalanceActions(World world, AccountBalance balance) {

    private static final int MOST = 10;

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of("POST /balance/fee", v -> done(() -> balance.takeFee(330))),
                PageRoute.of("POST /balance/adjust", v -> done(() -> balance.adjust(-120))),
                PageRoute.of("POST /balance/keep", v -> done(() -> balance.keepBack(500))),
                PageRoute.of("POST /balance/let-go", v -> done(() -> balance.keepBack(-500))),
                PageRoute.of("POST /balance/surprise", v -> done(() -> balance.surprise(70))),
                PageRoute.of(
                        "POST /balance/elsewhere", v -> done(() -> balance.chargeElsewhere(2_000))),
                PageRoute.of("POST /balance/payout", v -> done(balance::payOut)),
                PageRoute.of(
                        "GET /bank/statement.txt",
                        v -> world.look(() -> Reply.file(new BankBook(world).statement().text()))),
                PageRoute.of("POST /payouts/{id}/arrive", v -> done(() -> balance.arrive(v.id()))),
                PageRoute.of("POST /payouts/{id}/fail", v -> done(() -> balance.fail(v.id()))));
    }

    private static Reply done(Runnable act) {
        act.run();
        return DashboardActions.back("balance");
    }

    String html() {
        String acts =
                Html.button("/balance/fee", "Take a fee of ¥330")
                        + Html.button("/balance/adjust", "Correct by −¥120")
                        + Html.button("/balance/keep", "Keep back ¥500")
                        + Html.button("/balance/let-go", "Let go ¥500")
                        + Html.button("/balance/surprise", "Something unknown, −¥70")
                        + Html.button("/balance/elsewhere", "Another tool charges ¥2,000")
                        + Html.button("/balance/payout", "Pay out")
                        + Html.link("/bank/statement.txt", "The bank’s file (全銀 入出金取引明細)");
        String rows =
                world.objects.newestFirst(Payouts.TYPE, payout -> true).stream()
                        .limit(MOST)
                        .map(BalanceActions::row)
                        .collect(Collectors.joining());
        return "<div class=\"line\">" + acts + "</div><ul class=\"rows\">" + rows + "</ul>";
    }

    private static String row(ObjectNode payout) {
        String id = Json.text(payout, "id");
        return "<li><div class=\"line\"><span class=\"amount\">"
                + Html.yen(Json.number(payout, "amount"))
                + "</span><span class=\"grow\">"
                + Html.link("/objects/" + id, id)
                + "</span><span>"
                + Html.text(Json.text(payout, "status"))
                + "</span>"
                + Html.button("/payouts/" + id + "/arrive", "Arrives")
                + Html.button("/payouts/" + id + "/fail", "Comes back")
                + "</div></li>";
    }
}
