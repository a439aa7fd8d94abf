@_exported import MTLDocuments
@_exported import MTLLanguage
@_exported import MTLProse
@_exported import MTLRuleLanguage
