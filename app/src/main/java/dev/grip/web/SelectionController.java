package dev.grip.web;

import dev.grip.combinations.NamedSelection;
import dev.grip.combinations.NamedSelections;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller(Site.API + "/selections")
@Tag(name = "selections", description = "Named queries that choose combinations")
final class SelectionController {

    /**
     * All named selections: what each is for, its parameters with their defaults, its columns and its query. A run or a preview takes the
     * name as `selection`.
     *
     * @return the selections
     */
    @Get
    List<NamedSelection> all() {
        return NamedSelections.all();
    }
}
