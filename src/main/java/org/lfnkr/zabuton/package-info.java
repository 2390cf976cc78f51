/**
 * Zabuton: the storefront of a small NGO. Each package below is a module with its own front door.
 */
@NullMarked
package org.lfnkr.zabuton;

import org.jspecify.annotations.NullMarked;
