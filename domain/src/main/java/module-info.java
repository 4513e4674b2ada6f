/// Nouns that both halves of Cytotrial use, as immutable records without behaviour that needs the
/// world.
@org.jspecify.annotations.NullMarked
module org.cytotrial.domain {
  requires static org.jspecify;

  exports org.cytotrial.domain.clinical;
  exports org.cytotrial.domain.parameter;
  exports org.cytotrial.domain.quantity;
}
