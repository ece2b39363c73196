/** Makes beans of the plain classes. The only place that knows both the domain and the framework. */
package gov.mt.opi.aim.validation.wiring;
