/**
 * What the server takes: from whom, how long it waits for them, how many at once, and which headers
 * stand on every answer.
 */
@NullMarked
package org.lfnkr.zabuton.web.server;

import org.jspecify.annotations.NullMarked;
