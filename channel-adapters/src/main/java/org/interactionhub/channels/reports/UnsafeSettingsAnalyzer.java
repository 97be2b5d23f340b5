package org.interactionhub.channels.reports;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes Spring Boot print the sentence instead of a stack trace when it refuses to start. */
final class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable failed, UnsafeSettings cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()),
                "Change the topic as the sentence says, and start again.", cause);
    }
}
