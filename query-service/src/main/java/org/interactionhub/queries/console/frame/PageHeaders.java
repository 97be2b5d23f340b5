package org.interactionhub.queries.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** What every page forbids: foreign content, inline script and style, being framed, being kept by caches. */
public final class PageHeaders implements HandlerInterceptor {

    private static final String POLICY = String.join("; ", "default-src 'self'", "script-src 'self'",
            "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "frame-src 'self'",
            "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        return true;
    }
}
