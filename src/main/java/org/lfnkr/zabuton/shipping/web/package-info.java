/** What the web can ask of shipping. */
@NullMarked
package org.lfnkr.zabuton.shipping.web;

import org.jspecify.annotations.NullMarked;
