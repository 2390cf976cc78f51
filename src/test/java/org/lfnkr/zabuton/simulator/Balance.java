package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** {@code /v1/balance}: what all lines come to, apart by whether it can be paid out. */
record Balance(World world, BalanceTransactions lines) implements Resource {

    @Override
    public List<Route> routes() {
        return List.of(Route.of("GET /v1/balance", Shape.of(), call -> retrieve()));
    }

    private ObjectNode retrieve() {
        lines.ripen();
        ObjectNode balance = Json.object().put("object", "balance");
        part(balance, "available");
        balance.put("livemode", false);
        part(balance, "pending");
        return balance;
    }

    private void part(ObjectNode balance, String status) {
        ObjectNode part = balance.putArray(status).addObject();
        long sum = sum(status);
        part.put("amount", sum).put("currency", "jpy").putObject("source_types").put("card", sum);
    }

    private long sum(String status) {
        return world
                .objects
                .oldestFirst(
                        BalanceTransactions.TYPE, line -> Json.text(line, "status").equals(status))
                .stream()
                .mapToLong(line -> Json.number(line, "net"))
                .sum();
    }
}
