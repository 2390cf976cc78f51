package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where everybody of the staff comes in, and what they may open from there. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk")
class DeskController {

    @InMenu(value = DeskEntry.TODAY, title = "staff.entry.TODAY", place = 10)
    @GetMapping
    String show() {
        return "staff/home";
    }
}
