package org.lfnkr.zabuton.simulator;

import java.util.List;

/** One of Stripe's resources: the endpoints under its path. */
interface Resource {
    List<Route> routes();
}
