package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** {@code /v1/products}: what a price that is changed later must refer to. */
record Products(World world, Prices prices) implements Resource {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "POST /v1/products",
                        Shape.of("id name description images[] active metadata.*"),
                        this::create),
                Route.of(
                        "GET /v1/products/{id}",
                        Shape.of(),
                        call -> world.objects.require("product", call.id(), "id")));
    }

    private ObjectNode create(Call call) {
        call.params()
                .text("id")
                .filter(id -> world.objects.find(id).isPresent())
                .ifPresent(
                        id -> {
                            throw StripeError.refused(
                                    "resource_already_exists", "id", "Product already exists.");
                        });
        return prices.product(call.params()).put("active", true);
    }
}
