package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Which keys do what at the desk. The key ? leads there (frontend/src/keys.ts). */
@Controller
@Needs(Right.COME_IN)
class KeysController {

    @GetMapping("/{lang:en|ja}/desk/keys")
    Rendering show() {
        return Page.of("staff/keys").rendering();
    }
}
