package network.opencharging.cpo.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.cpo.people.Sight;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives whoever answers what the caller sees; the door has put it there. */
public final class SightArgument implements HandlerMethodArgumentResolver {
    /** Where the door puts it. */
    public static final String NAME = "network.opencharging.cpo.sight";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Sight.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked != null && asked.getAttribute(NAME) instanceof Sight sight) {
            return sight;
        }
        throw new IllegalStateException("nobody came through the door");
    }
}
