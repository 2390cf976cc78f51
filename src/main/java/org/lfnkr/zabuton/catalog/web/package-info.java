/** What the web can see of the catalogue by itself: its pictures. */
@NullMarked
package org.lfnkr.zabuton.catalog.web;

import org.jspecify.annotations.NullMarked;
