package org.jfpmonitor.command.settings;

import org.springframework.context.annotation.Configuration;

/**
 * What a command starts that needs nothing running. Settings that are wrong keep it from
 * nothing, unless Spring itself could not start with them.
 */
@Configuration(proxyBeanMethods = false)
public class NoApplication {

}
