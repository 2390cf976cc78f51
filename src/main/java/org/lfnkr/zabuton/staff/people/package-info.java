/**
 * Who comes to the desk: invitations, the page of each account, and roles that an approver signs.
 */
@NullMarked
package org.lfnkr.zabuton.staff.people;

import org.jspecify.annotations.NullMarked;
