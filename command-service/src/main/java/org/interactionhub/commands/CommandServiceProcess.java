package org.interactionhub.commands;

import org.interactionhub.commands.intake.IntakeRefused;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. Ends with status 1 when intake refuses to go on. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandService.class)
public class CommandServiceProcess {

    public static void main(String[] arguments) {
        SpringApplication process = new SpringApplication(CommandServiceProcess.class);
        process.setBannerMode(Banner.Mode.OFF);
        process.addListeners(ApplicationListener.<IntakeRefused>forPayload(_ -> end()));
        process.run(arguments);
    }

    /** Intake's own thread waits for this event to be heard, so another one has to stop everything. */
    private static void end() {
        Thread.ofPlatform().name("intake-refused").start(() -> System.exit(1));
    }
}
