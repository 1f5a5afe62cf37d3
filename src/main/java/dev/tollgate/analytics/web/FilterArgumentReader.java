package dev.tollgate.analytics.web;

import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.analytics.SliceFilter;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class FilterArgumentReader implements FilterArgument {

    @Override
    public SliceFilter of(Map<String, Object> arguments) {
        return FilterInput.filter(new Arguments(arguments).object("filter"));
    }
}
