package org.interactionhub.channels;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The inlets as a process of their own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChannelAdapters.class)
public class ChannelAdaptersProcess {

    /** Known before the log begins, which a property source of a configuration is not. */
    private static final Map<String, Object> FROM_THE_FIRST_LINE = Map.of("spring.application.name", "channel-adapters",
            "spring.main.banner-mode", "off", "logging.level.org.subethamail", "error",
            "logging.level.org.apache.kafka", "error");

    public static void main(String[] arguments) {
        SpringApplication process = new SpringApplication(ChannelAdaptersProcess.class);
        process.setDefaultProperties(FROM_THE_FIRST_LINE);
        process.run(arguments);
    }
}
