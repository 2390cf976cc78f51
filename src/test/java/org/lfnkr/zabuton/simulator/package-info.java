/**
 * A Stripe that runs on this machine: the part of Stripe's API that the shop uses, with hosted
 * pages, signed webhooks, a clock that can be moved and faults on demand. It lives among the tests,
 * so it can never be part of the production artifact.
 */
@NullMarked
package org.lfnkr.zabuton.simulator;

import org.jspecify.annotations.NullMarked;
