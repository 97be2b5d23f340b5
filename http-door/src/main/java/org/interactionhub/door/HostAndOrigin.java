package org.interactionhub.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers only to names that are ours, so that no foreign name can be pointed at a hub on this machine (DNS rebinding),
 * and takes writes only from our own pages or from programs, which send no origin.
 */
final class HostAndOrigin extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AllowedHosts hosts;
    private final List<PathPattern> open;

    HostAndOrigin(AllowedHosts hosts, List<OpenToOtherSites> open) {
        this.hosts = hosts;
        this.open = open.stream()
                .flatMap(paths -> paths.patterns().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = wrongHost(request).or(() -> foreignWrite(request));
        if (refusal.isPresent()) {
            Problem.of(refusal.get()).write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> wrongHost(HttpServletRequest request) {
        if (hosts.hasHost(request.getServerName())) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(HttpStatus.MISDIRECTED_REQUEST,
                "The hub does not answer to this host name. Use localhost, or add the name to HUB_ALLOWED_HOSTS."));
    }

    private Optional<Refusal> foreignWrite(HttpServletRequest request) {
        if (READS.contains(request.getMethod()) || !comesFromOtherSite(request) || isOpen(request)) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(HttpStatus.FORBIDDEN, "This was sent by a page of another site, which may not"
                + " write here. If the site is yours, add its host name to HUB_ALLOWED_HOSTS."));
    }

    private boolean comesFromOtherSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !hosts.hasOrigin(origin);
        }
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Looks at the same path as the dispatcher will, so that no spelling of it is open here and closed there. */
    private boolean isOpen(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return open.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
